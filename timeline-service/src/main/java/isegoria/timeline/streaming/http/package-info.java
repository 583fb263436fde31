/**
 * Where clients open streams, and the end of each in the web server. Start reading at {@link
 * isegoria.timeline.streaming.http.StreamConnection}.
 */
@NullMarked
package isegoria.timeline.streaming.http;

import org.jspecify.annotations.NullMarked;
