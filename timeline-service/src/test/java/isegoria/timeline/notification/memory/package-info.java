@NullMarked
package isegoria.timeline.notification.memory;

import org.jspecify.annotations.NullMarked;
