package isegoria.timeline.conversation.config;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.cassandra.Cassandra;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.fold.FoldApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.timeline.conversation.cassandra.ConversationRows;
import isegoria.timeline.conversation.kafka.ConversationAggregate;
import isegoria.timeline.conversation.kafka.ConversationView;
import isegoria.timeline.conversation.kafka.ConverseTopology;
import isegoria.timeline.decider.Decided;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes commands of direct posts, decides them, and writes the tables. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.MATERIALIZE)
class ConversationViews {

  @Bean
  Decided decidedConversation() {
    return new Decided(ConversationAggregate.CONVERSATION);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  FoldApp converseStreams(KafkaSettings kafka) {
    return ConverseTopology.app(kafka, ConversationAggregate.CONVERSATION);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer conversationView(
      KafkaSettings kafka, Cassandra cassandra, SharedProgress progress, MeterRegistry meters) {
    return new ViewConsumer(
            kafka,
            ConversationView.NAME,
            ConversationView.TOPICS,
            new ConversationView(new ConversationRows(cassandra)),
            progress,
            meters)
        .publishing();
  }
}
