package isegoria.timeline.decider;

import isegoria.eventsourcing.AggregateType;
import isegoria.service.Deciders;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Decides commands where tables are written: both are paid for by writes, not by reads. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.MATERIALIZE)
class TimelineDecider {

  /** Rows come from the published facts, so that a rebuild reads what was written from. */
  @Bean
  Deciders deciders(List<Decided> features) {
    var types = new ArrayList<AggregateType<?, ?, ?, ?>>();
    features.forEach(feature -> types.add(feature.type()));
    return new Deciders(
        TimelineCommands.TOPICS, types, _ -> CompletableFuture.completedFuture(null));
  }
}
