/** The ladder's own rules, and every rung on a small network. */
@NullMarked
package isegoria.benchmarks.ladder;

import org.jspecify.annotations.NullMarked;
