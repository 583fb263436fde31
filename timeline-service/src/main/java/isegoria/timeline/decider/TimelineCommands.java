package isegoria.timeline.decider;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.events.Topics;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a process that decides nothing sends commands: the decider of another answers them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(value = Role.SERVE, without = Role.MATERIALIZE)
class TimelineCommands {

  static final ServiceTopics TOPICS =
      new ServiceTopics(
          "timeline",
          Topics.TIMELINE_COMMANDS,
          Topics.TIMELINE_DEAD_LETTERS,
          Topics.TIMELINE_OUTCOMES,
          Topics.TIMELINE_REPLIES,
          Topics.TIMELINE_PROGRESS,
          List.of(Topics.TIMELINE_PRIVATE_EVENTS));

  @Bean(initMethod = "start", destroyMethod = "close")
  Commands commands(KafkaSettings kafka, MeterRegistry meters) {
    return new Commands(kafka, TOPICS, meters);
  }
}
