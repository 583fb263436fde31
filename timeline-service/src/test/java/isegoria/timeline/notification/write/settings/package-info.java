@NullMarked
package isegoria.timeline.notification.write.settings;

import org.jspecify.annotations.NullMarked;
