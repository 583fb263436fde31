/**
 * What clients ask: one resource, one file. A page goes through four steps: skeleton, hydrate,
 * rules, view. Start reading at {@link isegoria.timeline.feed.http.Pages}.
 */
@NullMarked
package isegoria.timeline.feed.http;

import org.jspecify.annotations.NullMarked;
