/** What {@code isegoria.api} promises, by example. */
@NullMarked
package isegoria.api;

import org.jspecify.annotations.NullMarked;
