/**
 * What a viewer's filters say of a post: one rule for every service that shows posts. Start reading
 * at {@link isegoria.api.filter.FilterMatcher}.
 */
@NullMarked
package isegoria.api.filter;

import org.jspecify.annotations.NullMarked;
