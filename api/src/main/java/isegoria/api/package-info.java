/**
 * The client API as values: what an answer looks like and how text becomes HTML. Nothing here knows
 * a service, a broker, a database or a web framework. Start reading at {@link
 * isegoria.api.entity.Status} and {@link isegoria.api.text.PostHtml}; {@link isegoria.api.ApiJson}
 * turns entities into JSON.
 */
@NullMarked
package isegoria.api;

import org.jspecify.annotations.NullMarked;
