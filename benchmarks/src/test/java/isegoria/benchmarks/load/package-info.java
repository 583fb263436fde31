/** Loads send what they say. */
@NullMarked
package isegoria.benchmarks.load;

import org.jspecify.annotations.NullMarked;
