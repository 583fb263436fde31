package isegoria.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.Origin;
import isegoria.api.entity.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccountRendererTest {

  private static final Instant NOON = Instant.parse("2026-08-08T12:05:00Z");
  private static final AccountCounts COUNTS = new AccountCounts(3, 2, 1, NOON);
  private static final AccountSanctions SUSPENDED = new AccountSanctions(false, false, true);

  private static final AccountProfile ANA =
      new AccountProfile(
          1,
          "ana",
          "Ana",
          "I write",
          List.of(new AccountProfile.Field("site", "https://ana.example")),
          "/media/a.png",
          "https://media.example/h.png",
          true,
          true,
          true,
          true,
          true,
          "moderator",
          NOON);

  private final AccountRenderer renderer = new AccountRenderer(new Origin("https://is.example"));

  @Test
  void an_account_shows_its_profile_and_its_counts() {
    Account shown = renderer.render(ANA, COUNTS, AccountSanctions.NONE);

    assertThat(shown.displayName()).isEqualTo("Ana");
    assertThat(shown.note()).isEqualTo("<p>I write</p>");
    assertThat(shown.fields().getFirst().value()).contains("href=\"https://ana.example\"");
    assertThat(shown.avatar()).isEqualTo("https://is.example/media/a.png");
    assertThat(shown.header()).isEqualTo("https://media.example/h.png");
    assertThat(shown.roles()).extracting("name").containsExactly("Moderator");
    assertThat(shown.lastStatusAt()).isEqualTo(LocalDate.of(2026, 8, 8));
    assertThat(shown.suspended()).isNull();
    assertThat(shown.limited()).isNull();
  }

  @Test
  void a_suspended_account_shows_its_name_and_its_counts_and_nothing_that_it_wrote() {
    Account shown = renderer.render(ANA, COUNTS, SUSPENDED);

    assertThat(shown.suspended()).isTrue();
    assertThat(shown.username()).isEqualTo("ana");
    assertThat(shown.followersCount()).isEqualTo(3);
    assertThat(shown.displayName()).isEmpty();
    assertThat(shown.note()).isEmpty();
    assertThat(shown.fields()).isEmpty();
    assertThat(shown.avatar()).endsWith("missing.png");
    assertThat(shown.header()).endsWith("missing.png");
    assertThat(shown.roles()).isEmpty();
    assertThat(shown.bot()).isFalse();
    assertThat(shown.locked()).isFalse();
  }

  @Test
  void moderators_see_a_suspended_account_whole() {
    Account shown = renderer.renderForModerators(ANA, COUNTS, SUSPENDED);

    assertThat(shown.suspended()).isTrue();
    assertThat(shown.displayName()).isEqualTo("Ana");
  }
}
