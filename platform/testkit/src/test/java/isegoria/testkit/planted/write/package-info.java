/** Planted violations: what the architecture rules must reject. */
@NullMarked
package isegoria.testkit.planted.write;

import org.jspecify.annotations.NullMarked;
