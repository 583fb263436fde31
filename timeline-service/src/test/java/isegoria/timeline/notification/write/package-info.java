@NullMarked
package isegoria.timeline.notification.write;

import org.jspecify.annotations.NullMarked;
