/**
 * The decider runtime: how a command becomes facts, exactly once.
 *
 * <p>Pure rules come in as a {@link isegoria.eventsourcing.Decider}; this package runs them on
 * Kafka Streams, applies outcomes to tables, answers whoever asked, and lets readers wait for their
 * own writes. No domain words, no Spring. Start reading at {@link isegoria.eventsourcing.Decider},
 * then {@link isegoria.eventsourcing.Family}, then {@link
 * isegoria.eventsourcing.decide.DeciderProcessor}.
 */
@NullMarked
package isegoria.eventsourcing;

import org.jspecify.annotations.NullMarked;
