/**
 * Timelines: home, public, tag and account feeds.
 *
 * <p>{@code read} says what a feed is and cuts pages, purely. {@code kafka} makes the slim log of
 * posts and tails it, {@code memory} holds what every instance keeps at hand, {@code cassandra}
 * holds the copies of posts and accounts and the feeds on disk, {@code http} answers clients, and
 * {@code config} wires it. Start reading at {@link isegoria.timeline.read.home.HomeDefinition}.
 */
@NullMarked
package isegoria.timeline;

import org.jspecify.annotations.NullMarked;
