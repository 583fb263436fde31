/**
 * The home feed as clients ask for it. Start reading at {@link
 * isegoria.timeline.home.http.GetHome}.
 */
@NullMarked
package isegoria.timeline.home.http;

import org.jspecify.annotations.NullMarked;
