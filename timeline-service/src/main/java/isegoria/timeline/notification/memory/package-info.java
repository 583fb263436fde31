/**
 * What open streams hear of notifications. Start reading at {@link
 * isegoria.timeline.notification.memory.LiveNotifications}.
 */
@NullMarked
package isegoria.timeline.notification.memory;

import org.jspecify.annotations.NullMarked;
