/**
 * What open streams cost: memory while nothing happens, and processor time for what they tell.
 * Start reading at {@link isegoria.benchmarks.BenchStreams}.
 */
@NullMarked
package isegoria.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
