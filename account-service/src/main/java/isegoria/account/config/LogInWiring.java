package isegoria.account.config;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.account.crypto.AccountHash;
import isegoria.account.crypto.Passwords;
import isegoria.account.crypto.PhantomTokenSigner;
import isegoria.account.http.AccountView;
import isegoria.account.http.Authenticator;
import isegoria.account.http.CommandSender;
import isegoria.account.http.Erasure;
import isegoria.account.http.LogInAttempts;
import isegoria.account.http.ProfileEdits;
import isegoria.account.http.Registrar;
import isegoria.account.http.RelationshipView;
import isegoria.account.http.Session;
import isegoria.account.http.SignUpSweep;
import isegoria.account.http.TokenIssuer;
import isegoria.account.kafka.AccountAggregates;
import isegoria.account.kafka.RevocationPublisher;
import isegoria.account.read.account.Accounts;
import isegoria.account.read.login.Apps;
import isegoria.account.read.login.Credentials;
import isegoria.account.read.login.Tokens;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.setting.Notes;
import isegoria.accounts.AccountCountTable;
import isegoria.accounts.SanctionsInForce;
import isegoria.api.Origin;
import isegoria.edge.CommandContexts;
import isegoria.edge.EdgeProperties;
import isegoria.edge.Ids;
import isegoria.eventsourcing.decide.DeciderApp;
import isegoria.service.Pepper;
import isegoria.service.WriteAccess;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that resources share: write access, log-in, and commands to deciders. */
@Configuration(proxyBeanMethods = false)
class LogInWiring {

  @Bean
  Secrets secrets(EdgeProperties edge) {
    return new Secrets(edge.secretsDir());
  }

  @Bean
  AccountHash accountHash(EdgeProperties edge) {
    return new AccountHash(Pepper.in(edge.secretsDir()));
  }

  @Bean
  AccountAggregates aggregates(AccountHash accountHash) {
    return AccountAggregates.with(accountHash::ofWords);
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  PhantomTokenSigner phantomTokenSigner(Secrets secrets) {
    return new PhantomTokenSigner(secrets::signingKey);
  }

  @Bean
  CommandSender commandSender(DeciderApp app, AccountAggregates aggregates) {
    return new CommandSender(app, aggregates);
  }

  @Bean
  AccountView accountView(
      Accounts accounts,
      AccountCountTable counts,
      SanctionsInForce sanctions,
      Origin origin,
      Clock clock) {
    return new AccountView(accounts, counts, sanctions, origin, clock);
  }

  @Bean
  RelationshipView relationshipView(Relationships relationships, Notes notes, Clock clock) {
    return new RelationshipView(relationships, notes, clock);
  }

  @Bean
  Registrar registrar(
      Accounts accounts,
      Credentials credentials,
      Passwords passwords,
      AccountHash accountHash,
      CommandSender commandSender,
      CommandContexts contexts,
      Ids ids) {
    return new Registrar(
        accounts, credentials, passwords, accountHash, commandSender, contexts, ids);
  }

  @Bean
  SignUpSweep signUpSweep(Credentials credentials, Registrar registrar, Clock clock) {
    return new SignUpSweep(credentials, registrar, clock);
  }

  @Bean
  TokenIssuer tokenIssuer(
      Tokens tokens, RevocationPublisher revocationPublisher, Clock clock, MeterRegistry meters) {
    return new TokenIssuer(tokens, revocationPublisher, clock, meters);
  }

  @Bean
  Authenticator authenticator(
      Accounts accounts, Credentials credentials, Passwords passwords, AccountHash accountHash) {
    return new Authenticator(accounts, credentials, passwords, accountHash, new LogInAttempts());
  }

  @Bean
  ProfileEdits profileEdits(
      Accounts accounts,
      Relationships relationships,
      CommandSender commandSender,
      WriteAccess writeAccess,
      CommandContexts contexts) {
    return new ProfileEdits(accounts, relationships, commandSender, writeAccess, contexts);
  }

  @Bean
  Erasure erasure(
      Relationships relationships,
      Credentials credentials,
      Apps apps,
      TokenIssuer issuer,
      CommandSender commandSender,
      CommandContexts contexts) {
    return new Erasure(relationships, credentials, apps, issuer, commandSender, contexts);
  }

  @Bean
  Session session(Tokens tokens, Origin origin) {
    return new Session(tokens, origin);
  }
}
