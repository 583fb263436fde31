/**
 * What streams need of feeds, and what other features need of streams. Start reading at {@link
 * isegoria.timeline.feed.read.live.StreamEvents}.
 */
@NullMarked
package isegoria.timeline.feed.read.live;

import org.jspecify.annotations.NullMarked;
