/**
 * The filters of one account: words and posts that it does not want to see. Start reading at {@link
 * isegoria.account.write.filter.FiltersDecider}.
 */
@NullMarked
package isegoria.account.write.filter;

import org.jspecify.annotations.NullMarked;
