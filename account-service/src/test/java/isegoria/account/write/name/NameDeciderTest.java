package isegoria.account.write.name;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.kafka.AccountAggregates;
import isegoria.account.write.account.AccountCommand;
import isegoria.account.write.account.Role;
import isegoria.account.write.name.NameCommand.Claim;
import isegoria.account.write.name.NameCommand.Release;
import isegoria.account.write.name.NameEvent.NameClaimed;
import isegoria.account.write.name.NameEvent.NameReleased;
import isegoria.account.write.name.NameRejection.NameTaken;
import isegoria.events.AccountId;
import isegoria.testkit.DeciderSpec;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class NameDeciderTest {

  private static final AccountCommand.Open ANA = opening(1, "ana");
  private static final AccountCommand.Open BO = opening(2, "ana");

  private final DeciderSpec<NameCommand, Name, NameEvent, NameRejection> name =
      DeciderSpec.of(AccountAggregates.with((stream, words) -> "hash").name());

  private static AccountCommand.Open opening(long id, String username) {
    return new AccountCommand.Open(new AccountId(id), username, "", "", Role.USER, Instant.EPOCH);
  }

  @Test
  void the_first_claim_holds() {
    name.given().when(new Claim(ANA)).then(new NameClaimed(ANA));
  }

  @Test
  void a_name_is_claimed_once() {
    name.given(new NameClaimed(ANA)).when(new Claim(BO)).thenRejected(new NameTaken());
  }

  @Test
  void only_its_holder_gives_it_back() {
    name.given(new NameClaimed(ANA)).when(new Release(ANA.id())).then(new NameReleased(ANA.id()));
    name.given(new NameClaimed(ANA)).when(new Release(BO.id())).thenNothing();
  }

  @Test
  void a_name_that_was_given_back_is_free() {
    name.given(new NameClaimed(ANA), new NameReleased(ANA.id()))
        .when(new Claim(BO))
        .then(new NameClaimed(BO));
  }

  @Test
  void a_free_name_needs_no_release() {
    name.given().when(new Release(ANA.id())).thenNothing();
  }

  @Test
  void reserved_names_are_known_in_any_case() {
    assertThat(ReservedNames.contains("Admin")).isTrue();
    assertThat(ReservedNames.contains("ana")).isFalse();
  }
}
