/** The benchmarks at a small size, and what they stand on. */
@NullMarked
package isegoria.benchmarks;

import org.jspecify.annotations.NullMarked;
