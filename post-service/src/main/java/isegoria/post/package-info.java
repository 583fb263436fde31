/**
 * Posts, boosts, favourites, bookmarks, pins and muted conversations: what people say and what they
 * do with what others said.
 *
 * <p>{@code write} holds the rules and {@code read} what can be seen, both pure; {@code http},
 * {@code kafka} and {@code cassandra} connect them to the world, {@code config} wires them. Start
 * reading at {@link isegoria.post.write.post.PostDecider}.
 */
@NullMarked
package isegoria.post;

import org.jspecify.annotations.NullMarked;
