/**
 * Events of other services to commands of inboxes, and what inboxes decide to rows. Start reading
 * at {@link isegoria.timeline.notification.kafka.NotifyTopology}.
 */
@NullMarked
package isegoria.timeline.notification.kafka;

import org.jspecify.annotations.NullMarked;
