package isegoria.moderation.config;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.accounts.AccountWriter;
import isegoria.accounts.Accounts;
import isegoria.accounts.cassandra.AccountRows;
import isegoria.accounts.kafka.AccountView;
import isegoria.api.ApiJson;
import isegoria.api.Origin;
import isegoria.api.entity.Rule;
import isegoria.cassandra.Cassandra;
import isegoria.edge.CommandContexts;
import isegoria.edge.EdgeProperties;
import isegoria.edge.Ids;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.moderation.cassandra.CassandraAuthors;
import isegoria.moderation.cassandra.CassandraListings;
import isegoria.moderation.cassandra.CassandraReports;
import isegoria.moderation.cassandra.CassandraSanctions;
import isegoria.moderation.http.AccountEntities;
import isegoria.moderation.http.AccountFilter;
import isegoria.moderation.http.Drafts;
import isegoria.moderation.http.ModerationActions;
import isegoria.moderation.http.ModerationQueries;
import isegoria.moderation.http.ModeratorAccess;
import isegoria.moderation.http.Pages;
import isegoria.moderation.http.RuleBook;
import isegoria.moderation.kafka.AuthorRows;
import isegoria.moderation.kafka.ListedAccounts;
import isegoria.moderation.kafka.ModerationAggregates;
import isegoria.moderation.kafka.ModerationRows;
import isegoria.moderation.kafka.SaltedHash;
import isegoria.moderation.kafka.StateRows;
import isegoria.moderation.read.listing.ListingTable;
import isegoria.moderation.read.post.AuthorTable;
import isegoria.moderation.read.report.ReportTable;
import isegoria.moderation.read.sanction.SanctionTable;
import isegoria.service.Deciders;
import isegoria.service.Pepper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the parts of this service are made and joined. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModerationProperties.class)
public class Wiring {

  private record RuleFile(int version, List<Rule> rules) {}

  @Bean
  SaltedHash saltedHash(EdgeProperties edge) {
    return new SaltedHash(Pepper.in(edge.secretsDir()));
  }

  @Bean
  ModerationAggregates aggregates(SaltedHash hash) {
    return ModerationAggregates.with(hash);
  }

  @Bean
  AuthorTable authorTable(Cassandra cassandra) {
    return new CassandraAuthors(cassandra);
  }

  @Bean
  ReportTable reportTable(Cassandra cassandra) {
    return new CassandraReports(cassandra);
  }

  @Bean
  SanctionTable sanctionTable(Cassandra cassandra) {
    return new CassandraSanctions(cassandra);
  }

  @Bean
  AccountRows accounts(Cassandra cassandra) {
    return new AccountRows(cassandra, "known_account");
  }

  @Bean
  ListingTable listingTable(Cassandra cassandra) {
    return new CassandraListings(cassandra);
  }

  @Bean
  ModerationRows moderationRows(
      ReportTable reports, SanctionTable sanctions, ListingTable listings) {
    return new ModerationRows(reports, sanctions, listings);
  }

  @Bean
  Deciders deciders(ModerationAggregates aggregates, ModerationRows rows) {
    return new Deciders(ModerationAggregates.TOPICS, aggregates.all(), rows);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer accountCopy(
      KafkaSettings kafka,
      SharedProgress progress,
      Barrier barrier,
      AccountWriter accounts,
      ListingTable listings,
      SaltedHash hash,
      MeterRegistry meters) {
    return new ViewConsumer(
            kafka,
            "known-accounts",
            AccountView.TOPICS,
            new AccountView(new ListedAccounts(accounts, listings, hash)),
            progress,
            meters)
        .registerAt(barrier);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer ownStates(
      KafkaSettings kafka,
      ModerationRows rows,
      ReportTable reports,
      SanctionTable sanctions,
      SharedProgress progress,
      MeterRegistry meters) {
    return new ViewConsumer(
            kafka,
            "states",
            List.of(Topics.MODERATION_STATES),
            // No read waits for it: outcomes have written the same rows before.
            new StateRows(rows, reports, sanctions),
            progress,
            meters)
        .gathering();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer postAuthors(
      KafkaSettings kafka, AuthorTable authors, SharedProgress progress, MeterRegistry meters) {
    return new ViewConsumer(
        kafka,
        "post-authors",
        List.of(Topics.POST_STATES, Topics.POST_PRIVATE_STATES),
        // No position can be waited for: who reports a post has not written it.
        new AuthorRows(authors),
        progress,
        meters);
  }

  @Bean
  RuleBook ruleBook(ModerationProperties properties) throws IOException {
    try (InputStream in = properties.rules().getInputStream()) {
      RuleFile file = ApiJson.MAPPER.readValue(in, RuleFile.class);
      return new RuleBook(file.version(), file.rules());
    }
  }

  @Bean
  ModerationQueries records(
      Accounts accounts,
      AuthorTable authors,
      ReportTable reports,
      SanctionTable sanctions,
      ListingTable listings,
      Clock clock) {
    return new ModerationQueries(accounts, authors, reports, sanctions, listings, clock);
  }

  @Bean
  ModerationActions actions(
      Commands commands, ModerationAggregates aggregates, CommandContexts contexts, Ids ids) {
    return new ModerationActions(commands, aggregates, contexts, ids);
  }

  @Bean
  ModeratorAccess moderatorAccess(ModerationQueries records) {
    return new ModeratorAccess(records);
  }

  @Bean
  Drafts drafts(RuleBook rules) {
    return new Drafts(rules);
  }

  @Bean
  Pages pages(Origin origin) {
    return new Pages(origin);
  }

  @Bean
  AccountFilter accountFilter(ModerationQueries records, SaltedHash hash) {
    return new AccountFilter(records, hash::ofName);
  }

  @Bean
  AccountEntities accountEntities(Origin origin) {
    return new AccountEntities(origin);
  }
}
