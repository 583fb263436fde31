package isegoria.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.api.entity.FilterResult;
import isegoria.api.entity.Visibility;
import isegoria.api.view.PostContent;
import isegoria.events.AvroCodec;
import isegoria.events.Topics;
import isegoria.events.account.FilterEntry;
import isegoria.events.account.FilterKeywordEntry;
import isegoria.events.account.FilteredPostEntry;
import isegoria.events.account.FiltersState;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ViewerFiltersTest {

  private static final long AUTHOR = 3;
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final AvroCodec<FiltersState> STATES =
      AvroCodec.of(Topics.ACCOUNT_FILTERS, FiltersState.class);

  private Instant now = NOON;
  private final ViewerFilters filters = new ViewerFilters(() -> now);

  private static byte[] filtering(String word, @Nullable Instant until) {
    var entry =
        new FilterEntry(
            "7",
            "Politics",
            List.of("home", "thread"),
            "hide",
            until,
            List.of(new FilterKeywordEntry("8", word, true)),
            List.of(new FilteredPostEntry("9", "50")));
    return STATES.encode(new FiltersState("1", List.of(entry), NOON));
  }

  private static PostContent post(long id, String warning, String text) {
    return new PostContent(
        id,
        text,
        warning,
        false,
        Visibility.PUBLIC,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        1,
        NOON,
        null);
  }

  private List<FilterResult> match(String text) {
    return filters.match(1, AUTHOR, 40, () -> post(40, "", text));
  }

  /** A boost that shows the post under another id. */
  private List<FilterResult> matchBoost(long post, long boost) {
    return filters.match(1, AUTHOR, boost, () -> post(post, "", ""));
  }

  @Test
  void a_match_names_the_filter_and_what_was_found() {
    filters.set(1, filtering("vote", null));
    FilterResult found = match("Please Vote!").getFirst();
    assertThat(found.keywordMatches()).containsExactly("Vote");
    assertThat(found.statusMatches()).isNull();
    assertThat(found.filter().filterAction()).isEqualTo("hide");
    assertThat(found.filter().context()).containsExactly("home", "thread");
  }

  @Test
  void a_post_is_matched_by_its_id_by_that_of_its_boost_and_by_its_warning() {
    filters.set(1, filtering("vote", null));
    assertThat(matchBoost(50, 50).getFirst().statusMatches()).containsExactly("50");
    assertThat(matchBoost(50, 60).getFirst().statusMatches()).containsExactly("50");
    assertThat(matchBoost(60, 50).getFirst().statusMatches()).containsExactly("50");
    assertThat(matchBoost(60, 61)).isEmpty();
    assertThat(filters.match(1, AUTHOR, 40, () -> post(40, "A vote", "Hello"))).hasSize(1);
    assertThat(filters.match(1, AUTHOR, 40, () -> post(40, "A vo", "te"))).isEmpty();
  }

  @Test
  void filters_are_their_owners_alone() {
    filters.set(1, filtering("vote", null));
    assertThat(filters.match(2, AUTHOR, 50, () -> post(50, "", "vote"))).isEmpty();
  }

  @Test
  void they_match_no_post_of_their_owner() {
    filters.set(AUTHOR, filtering("vote", null));
    assertThat(filters.match(AUTHOR, AUTHOR, 50, () -> post(50, "", "vote"))).isEmpty();
    assertThat(filters.match(AUTHOR, 1, 50, () -> post(50, "", "vote"))).hasSize(1);
  }

  @Test
  void words_are_not_asked_for_where_nothing_is_filtered() {
    Supplier<PostContent> unasked =
        () -> {
          throw new AssertionError("asked");
        };
    assertThat(filters.match(1, AUTHOR, 40, unasked)).isEmpty();
    filters.set(1, filtering("vote", null));
    filters.set(1, null);
    assertThat(filters.match(1, AUTHOR, 40, unasked)).isEmpty();
  }

  @Test
  void a_record_that_cannot_be_read_changes_nothing() {
    filters.set(1, filtering("vote", null));
    long size = filters.size();
    assertThatThrownBy(() -> filters.set(1, new byte[] {1, 2, 3}))
        .isInstanceOf(RuntimeException.class);
    assertThat(match("vote")).hasSize(1);
    assertThat(filters.size()).isEqualTo(size).isPositive();
    filters.set(1, null);
    assertThat(filters.size()).isZero();
  }

  @Test
  void what_changes_holds_at_once_and_what_ends_ends_without_an_event() {
    filters.set(1, filtering("vote", null));
    assertThat(match("vote")).hasSize(1);
    filters.set(1, filtering("party", NOON.plusSeconds(60)));
    assertThat(match("vote")).isEmpty();
    assertThat(match("party")).hasSize(1);
    now = NOON.plusSeconds(60);
    assertThat(match("party")).isEmpty();
    filters.set(1, null);
    assertThat(match("vote")).isEmpty();
  }
}
