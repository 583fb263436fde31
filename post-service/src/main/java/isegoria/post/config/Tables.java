package isegoria.post.config;

import isegoria.cassandra.Cassandra;
import isegoria.post.cassandra.EngagementRows;
import isegoria.post.cassandra.KnownAccountRows;
import isegoria.post.cassandra.MarkRows;
import isegoria.post.cassandra.PinsRows;
import isegoria.post.cassandra.PostCountRows;
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
    return new PostRows(cassandra);
  }

  @Bean
  ReplyRows replyRows(Cassandra cassandra) {
    return new ReplyRows(cassandra);
  }

  @Bean
  EngagementRows engagementRows(Cassandra cassandra) {
    return new EngagementRows(cassandra);
  }

  @Bean
  MarkRows markRows(Cassandra cassandra) {
    return new MarkRows(cassandra);
  }

  @Bean
  PinsRows pinsRows(Cassandra cassandra) {
    return new PinsRows(cassandra);
  }

  @Bean
  PostCountRows postCountRows(Cassandra cassandra) {
    return new PostCountRows(cassandra);
  }

  @Bean
  KnownAccountRows accountRows(Cassandra cassandra) {
    return new KnownAccountRows(cassandra);
  }

  @Bean
  RelationshipRows relationshipRows(Cassandra cassandra) {
    return new RelationshipRows(cassandra);
  }
}
