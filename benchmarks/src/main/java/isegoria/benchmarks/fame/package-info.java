/**
 * Fan-in: one account gains followers, one post favourites, boosts and replies by the million, and
 * everybody else goes on. Start reading at {@link isegoria.benchmarks.fame.FameRun}.
 */
@NullMarked
package isegoria.benchmarks.fame;

import org.jspecify.annotations.NullMarked;
