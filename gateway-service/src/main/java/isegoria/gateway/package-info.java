/**
 * The edge of Isegoria. A request passes {@code http} (names it, cleans its headers, answers CORS),
 * {@code auth} (opaque token to phantom token), {@code limit} (rate limits), then either {@code
 * instance} (what the gateway answers itself) or {@code route} (what a service answers), guarded by
 * {@code degrade} and accompanied by the positions of {@code position}. Start reading at {@code
 * config.Wiring}, which lists the parts in that order.
 */
@NullMarked
package isegoria.gateway;

import org.jspecify.annotations.NullMarked;
