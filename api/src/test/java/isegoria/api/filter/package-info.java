/** What {@code isegoria.api.filter} promises, by example. */
@NullMarked
package isegoria.api.filter;

import org.jspecify.annotations.NullMarked;
