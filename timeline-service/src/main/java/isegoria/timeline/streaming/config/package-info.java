/**
 * How streams are put together. Start reading at {@link
 * isegoria.timeline.streaming.config.Streaming}.
 */
@NullMarked
package isegoria.timeline.streaming.config;

import org.jspecify.annotations.NullMarked;
