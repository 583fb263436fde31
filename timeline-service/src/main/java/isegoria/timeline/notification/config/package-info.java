/**
 * How notifications are put together, by role. Start reading at {@link
 * isegoria.timeline.notification.config.NotificationPages}.
 */
@NullMarked
package isegoria.timeline.notification.config;

import org.jspecify.annotations.NullMarked;
