/**
 * Feeds that everybody shares: the public one and one per tag. Start reading at {@link
 * isegoria.timeline.feed.read.shared.SharedFeed}.
 */
@NullMarked
package isegoria.timeline.feed.read.shared;

import org.jspecify.annotations.NullMarked;
