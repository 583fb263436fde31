@NullMarked
package isegoria.timeline.notification.kafka;

import org.jspecify.annotations.NullMarked;
