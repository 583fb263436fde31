package isegoria.account.write.account;

import static isegoria.account.write.account.AccountDecider.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.read.account.AccountProjection;
import isegoria.account.read.account.AccountWrite;
import isegoria.account.read.account.AccountWrite.Put;
import isegoria.account.read.account.AccountWrite.PutName;
import isegoria.account.read.account.AccountWrite.PutWords;
import isegoria.account.write.account.Account.Closed;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.account.Account.Unopened;
import isegoria.events.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AccountFactsTest {

  private static final Open ANA =
      new Open(
          new AccountId(1),
          "Ana",
          Profile.named("Ana", "of the harbour"),
          Settings.USUAL,
          Role.MODERATOR,
          Instant.parse("2026-01-01T12:00:00Z"));
  private static final Open PRIVATE_ANA =
      new Open(
          ANA.id(),
          ANA.username(),
          ANA.profile(),
          new Settings("private", true, "el", "followers"),
          ANA.role(),
          ANA.createdAt());

  @Test
  void an_open_account_is_made_again_with_its_settings() {
    assertThat(again(ANA)).isEqualTo(ANA);
    assertThat(again(PRIVATE_ANA)).isEqualTo(PRIVATE_ANA);
  }

  @Test
  void its_name_leads_to_it_again() {
    List<AccountWrite> rows = AccountProjection.on(PRIVATE_ANA, AccountFacts.of(PRIVATE_ANA));

    assertThat(rows)
        .containsExactly(
            new Put(PRIVATE_ANA),
            new PutName("ana", ANA.id()),
            new PutWords(Set.of("ana"), ANA.id()));
  }

  @Test
  void an_account_that_is_gone_does_not_come_back() {
    var closed = new Closed(CloseReason.SELF);

    assertThat(AccountProjection.on(closed, AccountFacts.of(closed))).isEmpty();
    assertThat(AccountProjection.on(new Unopened(), AccountFacts.of(new Unopened()))).isEmpty();
  }

  private static Account again(Account account) {
    return ACCOUNT.evolve(new Unopened(), AccountFacts.of(account));
  }
}
