package isegoria.eventsourcing.apply;

import isegoria.eventsourcing.record.Outcome;
import java.util.concurrent.CompletionStage;

/** How an outcome changes what can be seen: its rows, written; complete when they are durable. */
@FunctionalInterface
public interface Projection {
  CompletionStage<?> apply(Outcome<?, ?, ?> outcome);
}
