package isegoria.account.config;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.account.crypto.Marks;
import isegoria.account.crypto.Passwords;
import isegoria.account.crypto.PhantomTokenSigner;
import isegoria.account.http.AccountView;
import isegoria.account.http.Asking;
import isegoria.account.http.Erasure;
import isegoria.account.http.LogInAttempts;
import isegoria.account.http.LogIns;
import isegoria.account.http.ProfileEdits;
import isegoria.account.http.Registrar;
import isegoria.account.http.Session;
import isegoria.account.http.SignUpSweep;
import isegoria.account.http.TokenIssuer;
import isegoria.account.http.Writing;
import isegoria.account.kafka.AccountFamilies;
import isegoria.account.kafka.Revocations;
import isegoria.account.read.account.Accounts;
import isegoria.account.read.account.Counts;
import isegoria.account.read.login.Apps;
import isegoria.account.read.login.Credentials;
import isegoria.account.read.login.Tokens;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.sanction.Sanctions;
import isegoria.api.Origin;
import isegoria.edge.CommandContexts;
import isegoria.edge.EdgeProperties;
import isegoria.edge.Ids;
import isegoria.eventsourcing.ask.Commands;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the resources share: who may, who is, and how deciders are asked. */
@Configuration(proxyBeanMethods = false)
class LogInWiring {

  @Bean
  Secrets secrets(EdgeProperties edge) {
    return new Secrets(edge.secretsDir());
  }

  @Bean
  Marks marks(Secrets secrets) {
    return new Marks(secrets.pepper());
  }

  @Bean
  AccountFamilies families(Marks marks) {
    return AccountFamilies.with(marks::ofWords);
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
  Asking asking(Commands commands, AccountFamilies families) {
    return new Asking(commands, families);
  }

  @Bean
  Writing writing(Sanctions sanctions, Clock clock) {
    return new Writing(sanctions, clock);
  }

  @Bean
  AccountView accountView(
      Accounts accounts, Counts counts, Sanctions sanctions, Origin origin, Clock clock) {
    return new AccountView(accounts, counts, sanctions, origin, clock);
  }

  @Bean
  Registrar registrar(
      Accounts accounts,
      Credentials credentials,
      Passwords passwords,
      Marks marks,
      Asking asking,
      CommandContexts contexts,
      Ids ids) {
    return new Registrar(accounts, credentials, passwords, marks, asking, contexts, ids);
  }

  @Bean
  SignUpSweep signUpSweep(Credentials credentials, Registrar registrar, Clock clock) {
    return new SignUpSweep(credentials, registrar, clock);
  }

  @Bean
  TokenIssuer tokenIssuer(
      Tokens tokens, Revocations revocations, Clock clock, MeterRegistry meters) {
    return new TokenIssuer(tokens, revocations, clock, meters);
  }

  @Bean
  LogIns logIns(Accounts accounts, Credentials credentials, Passwords passwords, Marks marks) {
    return new LogIns(accounts, credentials, passwords, marks, new LogInAttempts());
  }

  @Bean
  ProfileEdits profileEdits(
      Accounts accounts,
      Relationships relationships,
      Asking asking,
      Writing writing,
      CommandContexts contexts) {
    return new ProfileEdits(accounts, relationships, asking, writing, contexts);
  }

  @Bean
  Erasure erasure(
      Relationships relationships,
      Credentials credentials,
      Apps apps,
      TokenIssuer issuer,
      Asking asking,
      CommandContexts contexts) {
    return new Erasure(relationships, credentials, apps, issuer, asking, contexts);
  }

  @Bean
  Session session(Tokens tokens, Origin origin) {
    return new Session(tokens, origin);
  }
}
