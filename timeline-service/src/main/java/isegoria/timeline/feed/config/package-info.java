/**
 * How feeds are put together, by role: what every process keeps in memory, what writes, what
 * serves. Start reading at {@link isegoria.timeline.feed.config.FeedMemory}.
 */
@NullMarked
package isegoria.timeline.feed.config;

import org.jspecify.annotations.NullMarked;
