package isegoria.timeline.conversation.config;

import isegoria.cassandra.Cassandra;
import isegoria.eventsourcing.apply.SharedView;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.conversation.cassandra.CassandraConversations;
import isegoria.timeline.conversation.http.ConversationActions;
import isegoria.timeline.conversation.http.GetConversations;
import isegoria.timeline.conversation.kafka.ConversationEvents;
import isegoria.timeline.conversation.kafka.ConversationView;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.live.StreamEvents;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pages of conversations, and what streams tell of them, are built from. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.SERVE)
class ConversationPages {

  /** The view may be applied by another process. */
  @Bean
  SharedView conversationProgress(KafkaSettings kafka, SharedProgress progress, Barrier barrier) {
    return new SharedView(kafka, ConversationView.NAME, ConversationView.TOPICS, progress)
        .registerAt(barrier);
  }

  @Bean
  ConversationActions conversationActions(Commands commands) {
    return new ConversationActions(commands);
  }

  @Bean
  GetConversations getConversations(
      Cassandra cassandra, Readers readers, Restrictions restrictions, Pages pages) {
    return new GetConversations(
        new CassandraConversations(cassandra), readers, restrictions, pages);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Tail conversationEvents(
      KafkaSettings kafka, StreamEvents streams, GetConversations conversations, Clock clock) {
    return ConversationEvents.tail(kafka, streams, conversations::shown, clock);
  }
}
