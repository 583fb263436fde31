package isegoria.service;

import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.apply.Projection;
import isegoria.eventsourcing.kafka.ServiceTopics;
import java.util.List;

/**
 * What a service decides. A service that has a bean of this type runs a decider.
 *
 * @param topics where its commands, outcomes, facts and states go
 * @param rows what each outcome writes
 */
public record Deciders(
    ServiceTopics topics, List<AggregateType<?, ?, ?, ?>> aggregateTypes, Projection rows) {

  public Deciders {
    aggregateTypes = List.copyOf(aggregateTypes);
  }
}
