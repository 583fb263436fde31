package isegoria.moderation.write.sanction;

import static isegoria.moderation.TestPeople.BO;
import static isegoria.moderation.TestPeople.HELLO;
import static isegoria.moderation.TestPeople.NO_SPAM;
import static isegoria.moderation.TestPeople.inDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.events.PostId;
import isegoria.moderation.write.RuleId;
import isegoria.moderation.write.sanction.Draft.Complete;
import isegoria.moderation.write.sanction.Draft.Gap;
import isegoria.moderation.write.sanction.Draft.Incomplete;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DraftTest {

  private static final String REASON = "Sold watches.";

  @Test
  void says_everything_that_is_missing_at_once() {
    assertThat(draft(null, null, null, null, null, null))
        .isEqualTo(
            new Incomplete(
                List.of(Gap.KIND_MISSING, Gap.RULE_MISSING, Gap.REASON_BLANK, Gap.TERM_MISSING)));
  }

  @Test
  void takes_no_reason_that_nobody_can_see() {
    for (String unseen : List.of("", "  \n", "\u200b\u2060", "\u00a0\u3000", "\u0000")) {
      assertThat(draft(Kind.LIMIT, NO_SPAM, unseen, inDays(1), null, null))
          .isEqualTo(new Incomplete(List.of(Gap.REASON_BLANK)));
    }
  }

  @Test
  void takes_no_reason_longer_than_a_page() {
    assertThat(draft(Kind.LIMIT, NO_SPAM, "x".repeat(5_001), inDays(1), null, null))
        .isEqualTo(new Incomplete(List.of(Gap.REASON_TOO_LONG)));
    assertThat(draft(Kind.LIMIT, NO_SPAM, "x".repeat(5_000), inDays(1), null, null))
        .isInstanceOf(Complete.class);
  }

  @Test
  void takes_either_an_end_or_a_review() {
    assertThat(draft(Kind.LIMIT, NO_SPAM, REASON, inDays(1), inDays(1), null))
        .isEqualTo(new Incomplete(List.of(Gap.TERM_TWICE)));
  }

  @Test
  void names_a_post_when_one_is_removed_and_only_then() {
    assertThat(draft(Kind.REMOVE_POST, NO_SPAM, REASON, inDays(1), null, null))
        .isEqualTo(new Incomplete(List.of(Gap.POST_MISSING)));
    assertThat(draft(Kind.LIMIT, NO_SPAM, REASON, inDays(1), null, HELLO))
        .isEqualTo(new Incomplete(List.of(Gap.POST_NOT_EXPECTED)));
  }

  @Test
  void becomes_a_sanction_exactly_when_nothing_is_missing() {
    int complete = 0;
    for (Kind kind : withNull(Kind.values())) {
      for (RuleId rule : withNull(NO_SPAM)) {
        for (String reason : withNull(REASON, "", "\u200b")) {
          for (Instant end : withNull(inDays(1))) {
            for (Instant review : withNull(inDays(2))) {
              for (PostId post : withNull(HELLO)) {
                boolean whole =
                    kind != null
                        && rule != null
                        && REASON.equals(reason)
                        && (end == null) != (review == null)
                        && (post != null) == (kind == Kind.REMOVE_POST);
                assertThat(draft(kind, rule, reason, end, review, post) instanceof Complete)
                    .isEqualTo(whole);
                complete += whole ? 1 : 0;
              }
            }
          }
        }
      }
    }
    assertThat(complete).isEqualTo(8);
  }

  @Test
  void the_values_themselves_refuse_to_be_empty() {
    assertThatThrownBy(() -> new Reason("\u200b ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RuleId(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Draft.Drafted draft(
      @Nullable Kind kind,
      @Nullable RuleId rule,
      @Nullable String reason,
      @Nullable Instant endsAt,
      @Nullable Instant reviewAt,
      @Nullable PostId post) {
    return new Draft(BO, kind, rule, reason, endsAt, reviewAt, post, null).read();
  }

  @SafeVarargs
  private static <T> List<@Nullable T> withNull(T... values) {
    List<@Nullable T> all = new ArrayList<>(Arrays.asList(values));
    all.add(null);
    return all;
  }
}
