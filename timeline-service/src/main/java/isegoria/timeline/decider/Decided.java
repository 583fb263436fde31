package isegoria.timeline.decider;

import isegoria.eventsourcing.AggregateType;

/** An aggregate type that this service decides. Each feature defines a bean for each of its own. */
public record Decided(AggregateType<?, ?, ?, ?> type) {}
