/** The rules as tables for reviewers. */
@NullMarked
package isegoria.account.write;

import org.jspecify.annotations.NullMarked;
