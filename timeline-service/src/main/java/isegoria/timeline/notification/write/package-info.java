/**
 * What one account is notified of, and under which ids and groups. Start reading at {@link
 * isegoria.timeline.notification.write.InboxDecider}.
 */
@NullMarked
package isegoria.timeline.notification.write;

import org.jspecify.annotations.NullMarked;
