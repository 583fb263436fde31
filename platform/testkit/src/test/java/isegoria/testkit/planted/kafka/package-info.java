/** Planted violations: what the architecture rules must reject. */
@NullMarked
package isegoria.testkit.planted.kafka;

import org.jspecify.annotations.NullMarked;
