/**
 * Notifications in the client API, one by one and in groups. Start reading at {@link
 * isegoria.timeline.notification.http.GetNotifications}.
 */
@NullMarked
package isegoria.timeline.notification.http;

import org.jspecify.annotations.NullMarked;
