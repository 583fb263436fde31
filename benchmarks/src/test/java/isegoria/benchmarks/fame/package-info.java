/** Fan-in at its small size. */
@NullMarked
package isegoria.benchmarks.fame;

import org.jspecify.annotations.NullMarked;
