/** Clients of the broker. */
@NullMarked
package isegoria.eventsourcing.kafka;

import org.jspecify.annotations.NullMarked;
