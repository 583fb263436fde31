/**
 * Ways to keep home feeds, each a rung of one ladder, so that they can be compared in one run on
 * the same network and the same load. Start reading at {@link isegoria.benchmarks.ladder.Rung}.
 */
@NullMarked
package isegoria.benchmarks.ladder;

import org.jspecify.annotations.NullMarked;
