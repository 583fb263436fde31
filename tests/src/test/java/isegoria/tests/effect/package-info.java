/**
 * Which endpoints work: those whose effect a journey has read back. Start reading at {@link
 * isegoria.tests.effect.Effects}.
 */
@NullMarked
package isegoria.tests.effect;

import org.jspecify.annotations.NullMarked;
