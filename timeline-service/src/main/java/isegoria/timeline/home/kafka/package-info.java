/**
 * The Streams application that makes the slim log of entries and the snapshots of homes. Start
 * reading at {@link isegoria.timeline.home.kafka.FeedTopology}.
 */
@NullMarked
package isegoria.timeline.home.kafka;

import org.jspecify.annotations.NullMarked;
