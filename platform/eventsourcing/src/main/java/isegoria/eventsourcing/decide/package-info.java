/** The decider on Kafka Streams: its topology, its timers, and the rebuild of its rows. */
@NullMarked
package isegoria.eventsourcing.decide;

import org.jspecify.annotations.NullMarked;
