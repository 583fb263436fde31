/** Planted violations: what the architecture rules must reject. */
@NullMarked
package isegoria.testkit.planted.http;

import org.jspecify.annotations.NullMarked;
