/**
 * What instances hold in memory. Every one of them holds all of the recent log of entries, who
 * follows, blocks and mutes whom, in primitive tables; and cached, as many as there is room for,
 * the posts and accounts that pages show. Each is filled by one thread that tails topics and read
 * by all; none writes anything anywhere. Start reading at {@link
 * isegoria.timeline.feed.memory.RecentLog}.
 */
@NullMarked
package isegoria.timeline.feed.memory;

import org.jspecify.annotations.NullMarked;
