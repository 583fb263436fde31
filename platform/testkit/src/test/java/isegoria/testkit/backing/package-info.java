/** Tests of the backing services, on the real processes. */
@NullMarked
package isegoria.testkit.backing;

import org.jspecify.annotations.NullMarked;
