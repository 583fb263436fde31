/** Commands and outcomes as records of Kafka: bytes and headers. */
@NullMarked
package isegoria.eventsourcing.wire;

import org.jspecify.annotations.NullMarked;
