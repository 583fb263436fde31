/** How services reach Kafka: clients, stores and topics, every property with its reason. */
@NullMarked
package isegoria.eventsourcing.kafka;

import org.jspecify.annotations.NullMarked;
