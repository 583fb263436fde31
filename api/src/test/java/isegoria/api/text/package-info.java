/** What {@code isegoria.api.text} promises, by example. */
@NullMarked
package isegoria.api.text;

import org.jspecify.annotations.NullMarked;
