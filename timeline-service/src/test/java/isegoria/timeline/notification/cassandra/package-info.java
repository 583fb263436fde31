@NullMarked
package isegoria.timeline.notification.cassandra;

import org.jspecify.annotations.NullMarked;
