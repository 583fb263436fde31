/** The proofs at small size, the journeys against one running system, and the tidy test. */
@NullMarked
package isegoria.tests;

import org.jspecify.annotations.NullMarked;
