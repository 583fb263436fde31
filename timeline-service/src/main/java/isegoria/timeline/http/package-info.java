/**
 * What clients ask: one resource, one file. A page goes through four steps: skeleton, hydrate,
 * rules, view. Start reading at {@link isegoria.timeline.http.GetHome}.
 */
@NullMarked
package isegoria.timeline.http;

import org.jspecify.annotations.NullMarked;
