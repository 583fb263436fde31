@NullMarked
package isegoria.timeline.notification.read;

import org.jspecify.annotations.NullMarked;
