/** Specs of what follows from a fact. */
@NullMarked
package isegoria.account.policy;

import org.jspecify.annotations.NullMarked;
