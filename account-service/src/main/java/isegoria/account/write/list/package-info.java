/**
 * The lists of one account: names for some of those whom it follows. Start reading at {@link
 * isegoria.account.write.list.ListsDecider}.
 */
@NullMarked
package isegoria.account.write.list;

import org.jspecify.annotations.NullMarked;
