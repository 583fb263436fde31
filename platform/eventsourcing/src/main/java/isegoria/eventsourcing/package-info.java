/**
 * The decider runtime: how a command becomes facts, exactly once.
 *
 * <p>Pure rules come in as a {@link isegoria.eventsourcing.Decider}; the packages below run them on
 * Kafka Streams, apply outcomes to tables, answer callers, and let readers wait for their own
 * writes. No domain words, no Spring. Start reading at {@link isegoria.eventsourcing.Decider}, then
 * {@link isegoria.eventsourcing.AggregateType}, then {@link
 * isegoria.eventsourcing.decide.DeciderProcessor}.
 */
@NullMarked
package isegoria.eventsourcing;

import org.jspecify.annotations.NullMarked;
