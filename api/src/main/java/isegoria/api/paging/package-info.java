/**
 * Pages of lists: what the cursors of a request mean and which Link header answers it. Arithmetic
 * only; reading rows is the services' work. Start reading at {@link isegoria.api.paging.Page}.
 */
@NullMarked
package isegoria.api.paging;

import org.jspecify.annotations.NullMarked;
