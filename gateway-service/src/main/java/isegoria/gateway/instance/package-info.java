/**
 * What the gateway answers by itself: who this server is (instance, nodeinfo, host-meta,
 * webfinger), whether it lives, and the plain page at its root. Start reading at {@code
 * InstanceRoutes}.
 */
@NullMarked
package isegoria.gateway.instance;

import org.jspecify.annotations.NullMarked;
