/** Figures as pictures: the cost curve ({@code make plot-feeds}), and where the processor goes. */
@NullMarked
package isegoria.benchmarks.plot;

import org.jspecify.annotations.NullMarked;
