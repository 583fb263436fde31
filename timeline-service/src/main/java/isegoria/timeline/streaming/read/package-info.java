/**
 * What clients may listen to, and how it is written on the wire: names of streams, events, frames.
 * Start reading at {@link isegoria.timeline.streaming.read.Channel}.
 */
@NullMarked
package isegoria.timeline.streaming.read;

import org.jspecify.annotations.NullMarked;
