package isegoria.account.write.account;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.kafka.AccountAggregates;
import isegoria.account.write.account.AccountCommand.ChangeRole;
import isegoria.account.write.account.AccountCommand.ChangeSettings;
import isegoria.account.write.account.AccountCommand.Close;
import isegoria.account.write.account.AccountCommand.EditProfile;
import isegoria.account.write.account.AccountEvent.AccountClosed;
import isegoria.account.write.account.AccountEvent.AccountOpened;
import isegoria.account.write.account.AccountEvent.ProfileEdited;
import isegoria.account.write.account.AccountEvent.RoleChanged;
import isegoria.account.write.account.AccountEvent.SettingsChanged;
import isegoria.account.write.account.AccountRejection.AlreadyClosed;
import isegoria.account.write.account.AccountRejection.IdTaken;
import isegoria.account.write.account.AccountRejection.NotOpen;
import isegoria.events.AccountId;
import isegoria.testkit.DeciderSpec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class AccountDeciderTest {

  private static final AccountId ANA = new AccountId(1);
  private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
  private static final AccountCommand.Open OPEN =
      new AccountCommand.Open(ANA, "ana", "Ana", "", Role.USER, DAY);
  private static final Profile PROFILE = Profile.named("Ana", "");
  private static final AccountOpened OPENED =
      new AccountOpened(ANA, "ana", PROFILE, Role.USER, DAY);
  private static final AccountClosed CLOSED = new AccountClosed(ANA, "ana", CloseReason.SELF);
  private static final ProfileChange LOCK =
      new ProfileChange(null, null, null, true, null, null, null, null);
  private static final ProfileChange WORDS =
      new ProfileChange(
          "Ana", "I sing.", List.of(new ProfileField("a", "b")), null, null, true, null, null);

  private final DeciderSpec<AccountCommand, Account, AccountEvent, AccountRejection> account =
      DeciderSpec.of(AccountAggregates.with((stream, words) -> "hash").account());

  @Nested
  final class Opening {
    @Test
    void an_account_is_opened() {
      account.given().when(OPEN).then(OPENED);
    }

    @Test
    void opening_it_again_changes_nothing() {
      account.given(OPENED).when(OPEN).thenNothing();
    }

    @Test
    void an_id_is_given_once() {
      account
          .given(OPENED)
          .when(new AccountCommand.Open(ANA, "bo", "", "", Role.USER, DAY))
          .thenRejected(new IdTaken());
    }

    @Test
    void what_is_not_open_takes_nothing_else() {
      account.given().when(new EditProfile(LOCK)).thenRejected(new NotOpen());
      account.given().when(new Close(CloseReason.SELF)).thenRejected(new NotOpen());
      account.given().when(new ChangeRole(Role.ADMIN)).thenRejected(new NotOpen());
    }
  }

  @Nested
  final class Editing {
    @Test
    void two_edits_of_different_parts_both_hold() {
      Profile locked = LOCK.appliedTo(PROFILE);
      account
          .given(OPENED, new ProfileEdited(locked))
          .when(new EditProfile(WORDS))
          .then(new ProfileEdited(WORDS.appliedTo(locked)));
      assertThat(WORDS.appliedTo(locked).locked()).isTrue();
    }

    @Test
    void an_edit_that_changes_nothing_records_nothing() {
      account.given(OPENED).when(new EditProfile(ProfileChange.NOTHING)).thenNothing();
    }

    @Test
    void an_empty_language_is_none() {
      SettingsChange german = new SettingsChange(null, null, "de", null);
      SettingsChange none = new SettingsChange(null, null, "", null);
      Settings inGerman = german.appliedTo(Settings.USUAL);
      account.given(OPENED).when(new ChangeSettings(german)).then(new SettingsChanged(inGerman));
      account
          .given(OPENED, new SettingsChanged(inGerman))
          .when(new ChangeSettings(none))
          .then(new SettingsChanged(Settings.USUAL));
    }

    @Test
    void a_role_is_changed_once() {
      account.given(OPENED).when(new ChangeRole(Role.ADMIN)).then(new RoleChanged(Role.ADMIN));
      account
          .given(OPENED, new RoleChanged(Role.ADMIN))
          .when(new ChangeRole(Role.ADMIN))
          .thenNothing();
    }
  }

  @Nested
  final class Closing {
    @Test
    void a_closed_account_takes_nothing() {
      account.given(OPENED).when(new Close(CloseReason.SELF)).then(CLOSED);
      account.given(OPENED, CLOSED).when(new Close(CloseReason.OPERATOR)).thenNothing();
      account.given(OPENED, CLOSED).when(OPEN).thenRejected(new AlreadyClosed(CloseReason.SELF));
    }
  }
}
