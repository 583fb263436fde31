/** Which sanctions hold, and when. */
@NullMarked
package isegoria.accounts;

import org.jspecify.annotations.NullMarked;
