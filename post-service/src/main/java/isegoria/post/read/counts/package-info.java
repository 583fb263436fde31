/**
 * Favourites, boosts, replies and posts, counted by a fold over the facts. Start reading at {@link
 * isegoria.post.read.counts.Counts}.
 */
@NullMarked
package isegoria.post.read.counts;

import org.jspecify.annotations.NullMarked;
