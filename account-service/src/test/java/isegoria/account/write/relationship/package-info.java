/** The rules, told as given, when, then. */
@NullMarked
package isegoria.account.write.relationship;

import org.jspecify.annotations.NullMarked;
