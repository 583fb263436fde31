package isegoria.service;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.edge.Edge;
import isegoria.edge.EdgeProperties;
import isegoria.edge.ServiceName;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.decide.DeciderApp;
import isegoria.eventsourcing.decide.ErasureTrigger;
import isegoria.eventsourcing.decide.ErasureTrigger.AfterMarker;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.SharedProgress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The beans of every service behind the gateway: how it reaches Kafka, its decider if it decides,
 * how far its views are. What operators and readiness ask of these is in {@link Edge}. A service
 * that declares a bean of the same type replaces the one here.
 */
@AutoConfiguration(before = Edge.class)
@EnableConfigurationProperties(ServiceProperties.class)
public class ServiceKit {

  @Bean
  @ConditionalOnMissingBean
  KafkaSettings kafkaSettings(EdgeProperties edge, ServiceProperties service, ServiceName name) {
    return new KafkaSettings(
        edge.kafka().connection(),
        edge.kafka().partitions(),
        name.value(),
        edge.instance(),
        edge.stateDir(),
        service.standbys());
  }

  @Bean
  @ConditionalOnMissingBean
  Barrier barrier() {
    return new Barrier();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnMissingBean
  SharedProgress sharedProgress(KafkaSettings kafka) {
    return new SharedProgress(kafka, progressOf(kafka.service()));
  }

  private static Topic progressOf(String service) {
    String name = service + ".progress.v1";
    return Topics.all().stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + ": no topic (expected: in Topics)"));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnBean(Deciders.class)
  DeciderApp deciderApp(
      KafkaSettings kafka, Deciders deciders, ServiceProperties service, MeterRegistry meters) {
    return new DeciderApp(
        kafka,
        deciders.topics(),
        deciders.aggregateTypes(),
        deciders.rows(),
        service.dedupeWindow(),
        meters);
  }

  /** What the decider keeps of closed accounts is erased. No caller waits for that. */
  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnBean(Deciders.class)
  ViewConsumer erasures(
      KafkaSettings kafka,
      DeciderApp decider,
      ObjectProvider<AfterMarker> afterMarker,
      SharedProgress progress,
      MeterRegistry meters) {
    var trigger =
        new ErasureTrigger(decider, afterMarker.getIfAvailable(() -> AfterMarker.NOTHING));
    return new ViewConsumer(kafka, "erasure", ErasureTrigger.TOPICS, trigger, progress, meters)
        .gathering();
  }

  /** The decider closes it. */
  @Bean(destroyMethod = "")
  @ConditionalOnBean(Deciders.class)
  Commands commands(DeciderApp decider) {
    return decider.commands();
  }
}
