/** The decider on Kafka Streams: its topology, its timers, and its rows made again. */
@NullMarked
package isegoria.eventsourcing.decide;

import org.jspecify.annotations.NullMarked;
