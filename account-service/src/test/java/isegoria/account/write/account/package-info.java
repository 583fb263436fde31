/** The rules, told as given, when, then. */
@NullMarked
package isegoria.account.write.account;

import org.jspecify.annotations.NullMarked;
