package isegoria.post.config;

import isegoria.cassandra.Cassandra;
import isegoria.post.cassandra.AccountRows;
import isegoria.post.cassandra.AuthoredRows;
import isegoria.post.cassandra.EngagementRows;
import isegoria.post.cassandra.MarkRows;
import isegoria.post.cassandra.NumberRows;
import isegoria.post.cassandra.PinsRows;
import isegoria.post.cassandra.PostRows;
import isegoria.post.cassandra.RelationshipRows;
import isegoria.post.cassandra.ReplyRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of this service. */
@Configuration(proxyBeanMethods = false)
class Tables {

  @Bean
  PostRows postRows(Cassandra cassandra) {
    return new PostRows(cassandra.session());
  }

  @Bean
  AuthoredRows authoredRows(Cassandra cassandra) {
    return new AuthoredRows(cassandra.session());
  }

  @Bean
  ReplyRows replyRows(Cassandra cassandra) {
    return new ReplyRows(cassandra.session());
  }

  @Bean
  EngagementRows engagementRows(Cassandra cassandra) {
    return new EngagementRows(cassandra.session());
  }

  @Bean
  MarkRows markRows(Cassandra cassandra) {
    return new MarkRows(cassandra.session());
  }

  @Bean
  PinsRows pinsRows(Cassandra cassandra) {
    return new PinsRows(cassandra.session());
  }

  @Bean
  NumberRows numberRows(Cassandra cassandra) {
    return new NumberRows(cassandra.session(), cassandra.writes());
  }

  @Bean
  AccountRows accountRows(Cassandra cassandra) {
    return new AccountRows(cassandra.session(), cassandra.writes());
  }

  @Bean
  RelationshipRows relationshipRows(Cassandra cassandra) {
    return new RelationshipRows(cassandra.session(), cassandra.writes());
  }
}
