/** What {@code isegoria.api.paging} promises, by example. */
@NullMarked
package isegoria.api.paging;

import org.jspecify.annotations.NullMarked;
