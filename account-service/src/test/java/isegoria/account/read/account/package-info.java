/** How facts of accounts change their rows. */
@NullMarked
package isegoria.account.read.account;

import org.jspecify.annotations.NullMarked;
