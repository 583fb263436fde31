/** Planted violations: what the architecture rules must reject. */
@NullMarked
package isegoria.testkit.planted.cassandra;

import org.jspecify.annotations.NullMarked;
