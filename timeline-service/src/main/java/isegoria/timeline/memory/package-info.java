/**
 * What every instance holds in memory, in primitive tables: the recent log of entries, who follows,
 * blocks and mutes whom, and the sanctions in force. Each is filled by one thread that tails a
 * topic and read by all; none writes anything anywhere. Start reading at {@link
 * isegoria.timeline.memory.RecentLog}.
 */
@NullMarked
package isegoria.timeline.memory;

import org.jspecify.annotations.NullMarked;
