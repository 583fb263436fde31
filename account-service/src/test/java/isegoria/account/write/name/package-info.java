/** The rules, told as given, when, then. */
@NullMarked
package isegoria.account.write.name;

import org.jspecify.annotations.NullMarked;
