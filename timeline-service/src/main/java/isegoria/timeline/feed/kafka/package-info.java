/**
 * What comes from topics and goes to them: codecs between records and what {@code read} knows, the
 * processor that makes the slim log of entries, the tails that fill memory, and the consumers that
 * fill tables. Start reading at {@link isegoria.timeline.feed.kafka.RecentLogTail}.
 */
@NullMarked
package isegoria.timeline.feed.kafka;

import org.jspecify.annotations.NullMarked;
