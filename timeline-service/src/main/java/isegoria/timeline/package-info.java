/**
 * Timelines: home, public, tag and account feeds; notifications and conversations.
 *
 * <p>One package a feature: {@code feed} has what all feeds share, and the feeds that need nothing
 * else; {@code home} has home feeds, {@code notification} what accounts are notified of, {@code
 * conversation} direct posts by thread and participants, {@code streaming} tells clients what is
 * new. {@code decider} runs what features decide. Features import {@code feed}, never each other.
 * In each, {@code read} says what a feed is and cuts pages, purely; {@code kafka} makes the slim
 * log of posts and tails it, {@code memory} holds what every instance keeps at hand, {@code
 * cassandra} holds the copies of posts and accounts and the feeds on disk, and {@code http} answers
 * clients. Start reading at {@link isegoria.timeline.home.read.HomeDefinition}.
 */
@NullMarked
package isegoria.timeline;

import org.jspecify.annotations.NullMarked;
