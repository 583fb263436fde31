package isegoria.account.config;

import isegoria.account.cassandra.AccountTables;
import isegoria.account.cassandra.AppTables;
import isegoria.account.cassandra.CredentialTables;
import isegoria.account.cassandra.FollowedTagTable;
import isegoria.account.cassandra.NoteTable;
import isegoria.account.cassandra.RelationshipTables;
import isegoria.account.cassandra.SettingsTable;
import isegoria.account.cassandra.TokenTables;
import isegoria.account.kafka.FiltersCodec;
import isegoria.account.kafka.ListsCodec;
import isegoria.account.kafka.MarkersCodec;
import isegoria.account.write.filter.Filters;
import isegoria.account.write.list.Lists;
import isegoria.account.write.marker.Markers;
import isegoria.accounts.cassandra.AccountCountRows;
import isegoria.cassandra.Cassandra;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables, each with its statements prepared. */
@Configuration(proxyBeanMethods = false)
class Tables {

  @Bean
  AccountTables accountTables(Cassandra cassandra) {
    return new AccountTables(cassandra);
  }

  @Bean
  RelationshipTables relationshipTables(Cassandra cassandra) {
    return new RelationshipTables(cassandra);
  }

  @Bean
  FollowedTagTable followedTagTable(Cassandra cassandra) {
    return new FollowedTagTable(cassandra);
  }

  @Bean
  SettingsTable<Lists> listsTable(Cassandra cassandra) {
    return new SettingsTable<>(cassandra, "lists", new ListsCodec()::decode, Lists.NONE);
  }

  @Bean
  SettingsTable<Filters> filtersTable(Cassandra cassandra) {
    return new SettingsTable<>(cassandra, "filters", new FiltersCodec()::decode, Filters.NONE);
  }

  @Bean
  SettingsTable<Markers> markersTable(Cassandra cassandra) {
    return new SettingsTable<>(cassandra, "markers", new MarkersCodec()::decode, Markers.NONE);
  }

  @Bean
  NoteTable noteTable(Cassandra cassandra) {
    return new NoteTable(cassandra);
  }

  @Bean
  SettingsRows settingsRows(
      SettingsTable<Lists> lists,
      SettingsTable<Filters> filters,
      SettingsTable<Markers> markers,
      NoteTable notes) {
    return new SettingsRows(lists, filters, markers, notes);
  }

  @Bean
  AccountCountRows accountCountRows(Cassandra cassandra) {
    return new AccountCountRows(cassandra, "account");
  }

  @Bean
  CredentialTables credentialTables(Cassandra cassandra) {
    return new CredentialTables(cassandra);
  }

  @Bean
  AppTables appTables(Cassandra cassandra) {
    return new AppTables(cassandra);
  }

  @Bean
  TokenTables tokenTables(Cassandra cassandra) {
    return new TokenTables(cassandra);
  }
}
