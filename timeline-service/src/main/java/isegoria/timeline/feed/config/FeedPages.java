package isegoria.timeline.feed.config;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.accounts.Accounts;
import isegoria.accounts.SanctionsInForce;
import isegoria.accounts.ViewerFilters;
import isegoria.accounts.cassandra.AccountRows;
import isegoria.api.Origin;
import isegoria.cassandra.Cassandra;
import isegoria.eventsourcing.apply.SharedView;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.eventsourcing.read.Tail;
import isegoria.service.FilterWiring;
import isegoria.service.SanctionWiring;
import isegoria.timeline.feed.cassandra.AuthorLogs;
import isegoria.timeline.feed.cassandra.CassandraPosts;
import isegoria.timeline.feed.cassandra.CassandraSharedFeeds;
import isegoria.timeline.feed.http.PageTimers;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.feed.kafka.AccountViewWriter;
import isegoria.timeline.feed.kafka.PostStateCodec;
import isegoria.timeline.feed.kafka.PostView;
import isegoria.timeline.feed.kafka.RowCacheTail;
import isegoria.timeline.feed.memory.AccountCache;
import isegoria.timeline.feed.memory.PostCache;
import isegoria.timeline.feed.memory.RowCaches;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.feed.read.live.ViewWatcher;
import isegoria.timeline.feed.read.post.PostTables;
import isegoria.timeline.feed.read.shared.SharedFeeds;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What pages of all feeds are built from. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.SERVE)
@Import({SanctionWiring.class, FilterWiring.class})
class FeedPages {

  static final String ACCOUNT_TABLE = "account";

  @Bean
  SanctionRestrictions restrictions(SanctionsInForce sanctions, Clock clock) {
    return new SanctionRestrictions(sanctions, clock);
  }

  @Bean
  PostCache posts(Cassandra cassandra, TimelineProperties timeline) {
    var states = new PostStateCodec();
    return new PostCache(new CassandraPosts(cassandra, states::post), rowCachesBytes(timeline));
  }

  @Bean
  AccountCache accounts(Cassandra cassandra, TimelineProperties timeline) {
    return new AccountCache(new AccountRows(cassandra, ACCOUNT_TABLE), rowCachesBytes(timeline));
  }

  /** Half of it for posts, half for accounts. */
  private static long rowCachesBytes(TimelineProperties timeline) {
    return timeline.rowCachesBytes(Runtime.getRuntime().maxMemory()) / 2;
  }

  @Bean
  RowCaches rowCaches(PostCache posts, AccountCache accounts) {
    return new RowCaches(posts, accounts);
  }

  /** The views may be applied by other processes. */
  @Bean(initMethod = "start", destroyMethod = "close")
  Tail rowCacheTail(
      KafkaSettings kafka,
      SharedProgress progress,
      PostCache posts,
      AccountCache accounts,
      RowCaches rowCaches,
      Barrier barrier,
      ViewWatcher watcher) {
    var postView = new SharedView(kafka, PostView.NAME, PostView.TOPICS, progress);
    var accountView =
        new SharedView(kafka, AccountViewWriter.NAME, AccountViewWriter.TOPICS, progress);
    return RowCacheTail.of(
        kafka,
        postView.registerAt(barrier),
        new PostView(
            new PostStateCodec(),
            (change, _, isRestricted, _) -> {
              posts.apply(change, !isRestricted, watcher);
              return CompletableFuture.completedStage(null);
            }),
        accountView.registerAt(barrier),
        new AccountViewWriter(accounts, posts),
        rowCaches::tablesAreCurrent,
        barrier);
  }

  @Bean
  SharedFeeds sharedFeeds(Cassandra cassandra) {
    return new CassandraSharedFeeds(cassandra);
  }

  @Bean
  AuthorLogs authorLogs(Cassandra cassandra) {
    return new AuthorLogs(cassandra);
  }

  @Bean
  PageTimers pageTimes(MeterRegistry meters) {
    return new PageTimers(meters);
  }

  @Bean
  Pages pages(
      PostTables posts,
      Accounts accounts,
      SanctionRestrictions sanctions,
      ViewerFilters filters,
      Origin origin,
      PageTimers times) {
    return Pages.of(posts, accounts, sanctions, filters, origin, times);
  }
}
