/**
 * What every feed is made of: posts and boosts cut down to what decides who sees them, in order of
 * their ids. No words of people, no driver, no Kafka. Start reading at {@link
 * isegoria.timeline.feed.read.FeedEntry}.
 */
@NullMarked
package isegoria.timeline.feed.read;

import org.jspecify.annotations.NullMarked;
