/** The cost curve as a picture: {@code make plot-feeds}. */
@NullMarked
package isegoria.benchmarks.plot;

import org.jspecify.annotations.NullMarked;
