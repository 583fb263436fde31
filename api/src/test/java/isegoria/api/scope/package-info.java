/** What {@code isegoria.api.scope} promises, by example. */
@NullMarked
package isegoria.api.scope;

import org.jspecify.annotations.NullMarked;
