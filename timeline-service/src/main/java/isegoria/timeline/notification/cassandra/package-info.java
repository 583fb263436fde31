/** The tables of notifications. Bounds of reads and writes are those of the platform. */
@NullMarked
package isegoria.timeline.notification.cassandra;

import org.jspecify.annotations.NullMarked;
