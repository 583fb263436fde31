/** What {@code isegoria.api.entity} promises, by example. */
@NullMarked
package isegoria.api.entity;

import org.jspecify.annotations.NullMarked;
