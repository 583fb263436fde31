/**
 * From whom an account wants to be notified. Start reading at {@link
 * isegoria.timeline.notification.write.settings.InboxSettingsDecider}.
 */
@NullMarked
package isegoria.timeline.notification.write.settings;

import org.jspecify.annotations.NullMarked;
