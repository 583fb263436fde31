/** What {@code isegoria.api.error} promises, by example. */
@NullMarked
package isegoria.api.error;

import org.jspecify.annotations.NullMarked;
