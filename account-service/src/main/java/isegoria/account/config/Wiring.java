package isegoria.account.config;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.account.cassandra.AccountTables;
import isegoria.account.cassandra.FollowedTagTable;
import isegoria.account.cassandra.RelationshipTables;
import isegoria.account.http.Erasure;
import isegoria.account.http.FeatureFlags;
import isegoria.account.http.SignUpSweep;
import isegoria.account.kafka.AccountAggregates;
import isegoria.account.kafka.AccountCountCodec;
import isegoria.account.kafka.RevocationPublisher;
import isegoria.accounts.cassandra.AccountCountRows;
import isegoria.accounts.kafka.AccountCountView;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.decide.ErasureTrigger.AfterMarker;
import isegoria.eventsourcing.fold.FoldApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.service.Deciders;
import isegoria.service.SanctionWiring;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What runs in this service: the decider, the fold of counts, the views of other topics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
@Import({Tables.class, LogInWiring.class, SanctionWiring.class})
public class Wiring {

  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  /** Looked at before anything is started. */
  @Bean
  static BeanFactoryPostProcessor fitForProduction(Environment environment) {
    return beans -> {
      var account =
          Binder.get(environment).bindOrCreate("isegoria.account", AccountProperties.class);
      List<String> unfit = account.unfitForProduction();
      if (environment.acceptsProfiles(Profiles.of("prod")) && !unfit.isEmpty()) {
        throw new IllegalStateException(String.join("\n", unfit));
      }
    };
  }

  @Bean
  FeatureFlags featureFlags(AccountProperties account) {
    return account.featureFlags();
  }

  @Bean
  Deciders deciders(
      AccountAggregates aggregates,
      AccountTables accounts,
      RelationshipTables relationships,
      FollowedTagTable followedTags,
      SettingsRows settings) {
    return new Deciders(
        AccountAggregates.TOPICS,
        aggregates.all(),
        new OutcomeRows(accounts, relationships, followedTags, settings));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  FoldApp countFold(KafkaSettings kafka) {
    return FoldApp.of(kafka, "account counts", AccountCountCodec.FOLD);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer countRows(
      KafkaSettings kafka, AccountCountRows counts, SharedProgress progress, MeterRegistry meters) {
    return new ViewConsumer(
            kafka,
            "counts",
            List.of(Topics.ACCOUNT_COUNTS),
            new AccountCountView(counts::put),
            progress,
            meters)
        .gathering();
  }

  /** Ties belong to two accounts. */
  @Bean
  AfterMarker lateTies(Erasure erasure) {
    return erasure::endLateTies;
  }

  @Bean(destroyMethod = "close")
  RevocationPublisher revocationPublisher(KafkaSettings kafka) {
    return new RevocationPublisher(kafka);
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService signUpSweeps(SignUpSweep sweep) {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    var _ = timer.scheduleWithFixedDelay(() -> sweepSafely(sweep), 1, 1, TimeUnit.MINUTES);
    return timer;
  }

  /** A round that fails is made good by the next one; a timer that throws never fires again. */
  private static void sweepSafely(SignUpSweep sweep) {
    try {
      sweep.sweep();
    } catch (RuntimeException failed) {
      LOG.warn(
          "sweep of unfinished sign-ups failed, next try in a minute: {}",
          failed.getClass().getSimpleName());
    }
  }
}
