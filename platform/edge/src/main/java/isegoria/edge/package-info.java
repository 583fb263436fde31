/**
 * The HTTP edge of every service behind the gateway: who asks ({@link isegoria.edge.Viewer}), what
 * was sent ({@link isegoria.edge.Params}), how it fails ({@link isegoria.edge.ApiException}), the
 * ids, positions and deadlines that commands carry, and what a process says about itself.
 *
 * <p>No route of any service and no rule stands here. Spring Boot finds {@link isegoria.edge.Edge}
 * by itself; start reading there.
 */
@NullMarked
package isegoria.edge;

import org.jspecify.annotations.NullMarked;
