package isegoria.account.config;

import isegoria.account.cassandra.AccountTables;
import isegoria.account.cassandra.AppTables;
import isegoria.account.cassandra.CredentialTables;
import isegoria.account.cassandra.FollowedTagTable;
import isegoria.account.cassandra.RelationshipTables;
import isegoria.account.cassandra.TokenTables;
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
