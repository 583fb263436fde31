/**
 * Notifications as they are read. Start reading at {@link
 * isegoria.timeline.notification.read.Notifications}.
 */
@NullMarked
package isegoria.timeline.notification.read;

import org.jspecify.annotations.NullMarked;
