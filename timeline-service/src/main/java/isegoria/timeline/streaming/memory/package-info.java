/**
 * The open streams of this instance, who listens to what, and what posts they hear of. Start
 * reading at {@link isegoria.timeline.streaming.memory.StreamedPosts}.
 */
@NullMarked
package isegoria.timeline.streaming.memory;

import org.jspecify.annotations.NullMarked;
