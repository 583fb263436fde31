package isegoria.account.read.account;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.read.account.AccountWrite.Forget;
import isegoria.account.read.account.AccountWrite.ForgetWords;
import isegoria.account.read.account.AccountWrite.PutWords;
import isegoria.account.write.account.Account;
import isegoria.account.write.account.AccountEvent;
import isegoria.account.write.account.AccountEvent.AccountClosed;
import isegoria.account.write.account.AccountEvent.ProfileEdited;
import isegoria.account.write.account.CloseReason;
import isegoria.account.write.account.Profile;
import isegoria.account.write.account.Role;
import isegoria.account.write.account.Settings;
import isegoria.events.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SearchWordsTest {

  private static final AccountId ANA = new AccountId(1);

  @Test
  void a_name_is_its_words_in_lower_case_each_once() {
    assertThat(SearchWords.of("Ana-María ✨ da Silva, ANA (ＦＵＬＬ)"))
        .containsExactly("ana", "maría", "da", "silva", "full");
    assertThat(SearchWords.of("田中 さん")).containsExactly("田中", "さん");
    assertThat(SearchWords.of("✨ ()")).isEmpty();
  }

  @Test
  void more_words_than_a_name_has_are_left_out() {
    assertThat(SearchWords.of("a b c d e f g h i j k l m n o p q r")).hasSize(16);
  }

  @Test
  void every_word_that_was_typed_begins_one() {
    Set<String> words = SearchWords.of("Ana Maria Silva");
    assertThat(SearchWords.begin(SearchWords.of("sil an"), words)).isTrue();
    assertThat(SearchWords.begin(SearchWords.of("ana lima"), words)).isFalse();
  }

  @Test
  void a_new_display_name_changes_only_the_words_that_differ() {
    Profile renamed = Profile.named("Ana Lima", "");
    assertThat(on(open(renamed), new ProfileEdited(ANA, renamed, "Ana Silva")))
        .contains(new ForgetWords(Set.of("silva"), ANA), new PutWords(Set.of("lima"), ANA));
    assertThat(on(open(renamed), new ProfileEdited(ANA, renamed, "Ana Lima"))).hasSize(1);
  }

  @Test
  void a_closed_account_leaves_no_word() {
    assertThat(
            on(
                new Account.Closed(CloseReason.ERASED),
                new AccountClosed(ANA, "Ana", "Ana Lima", CloseReason.ERASED)))
        .containsExactly(new Forget(ANA, "ana"), new ForgetWords(Set.of("ana", "lima"), ANA));
  }

  private static List<AccountWrite> on(Account after, AccountEvent event) {
    return AccountProjection.on(after, List.of(event));
  }

  private static Account open(Profile profile) {
    return new Account.Open(ANA, "ana", profile, Settings.USUAL, Role.USER, Instant.EPOCH);
  }
}
