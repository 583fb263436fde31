package isegoria.api.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PageTest {

  private static final List<Long> NINE_TO_ONE = List.of(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);

  @Nested
  final class Cursors {

    @Test
    void without_a_cursor_the_newest() {
      assertThat(page("3", null, null, null)).containsExactly(9L, 8L, 7L);
    }

    @Test
    void max_id_gives_the_next_older() {
      assertThat(page("3", "7", null, null)).containsExactly(6L, 5L, 4L);
    }

    @Test
    void since_id_gives_the_newest_and_may_leave_a_gap() {
      assertThat(page("3", null, "2", null)).containsExactly(9L, 8L, 7L);
      assertThat(page("3", null, "7", null)).containsExactly(9L, 8L);
    }

    @Test
    void min_id_gives_those_next_to_it_newest_first() {
      assertThat(page("3", null, null, "2")).containsExactly(5L, 4L, 3L);
      assertThat(page("3", null, null, "0")).containsExactly(3L, 2L, 1L);
    }

    @Test
    void both_ends_may_be_given() {
      assertThat(page("3", "5", null, "2")).containsExactly(4L, 3L);
      assertThat(page("2", "8", "3", null)).containsExactly(7L, 6L);
    }

    @Test
    void min_id_wins_over_since_id() {
      assertThat(page("2", null, "7", "2")).containsExactly(4L, 3L);
    }

    @Test
    void a_cursor_that_is_no_number_counts_as_zero() {
      assertThat(page("3", "abc", null, null)).isEmpty();
      assertThat(page("3", null, "'; --", null)).containsExactly(9L, 8L, 7L);
      assertThat(page("3", null, null, "-4")).containsExactly(3L, 2L, 1L);
      assertThat(page("3", "", "", "")).containsExactly(9L, 8L, 7L);
    }

    @Test
    void a_number_beyond_every_id_is_newer_than_all() {
      assertThat(page("3", "99999999999999999999", null, null)).containsExactly(9L, 8L, 7L);
      assertThat(page("3", null, "99999999999999999999", null)).isEmpty();
    }

    private List<Long> page(
        String limit, @Nullable String maxId, @Nullable String sinceId, @Nullable String minId) {
      return Page.of(PageLimit.POSTS, limit, maxId, sinceId, minId)
          .of(NINE_TO_ONE, Long::longValue);
    }
  }

  @Nested
  final class Limits {

    @Test
    void the_limit_is_made_positive_and_clamped() {
      assertThat(PageLimit.POSTS.of(null)).isEqualTo(20);
      assertThat(PageLimit.POSTS.of("many")).isEqualTo(20);
      assertThat(PageLimit.POSTS.of("-5")).isEqualTo(5);
      assertThat(PageLimit.POSTS.of("41")).isEqualTo(40);
      assertThat(PageLimit.ACCOUNTS.of("100000000000000000")).isEqualTo(80);
      assertThat(PageLimit.POSTS.of("0")).isZero();
    }
  }

  @Nested
  final class Links {

    private static final String URL = "https://is.example/api/v1/timelines/tag/x";

    @Test
    void next_comes_first_and_other_parameters_stay() {
      assertThat(
              LinkHeader.ofEntries(
                  URL,
                  Map.of("max_id", List.of("10"), "any[]", List.of("a b", "c")),
                  List.of("9", "8")))
          .contains(
              "<"
                  + URL
                  + "?any%5B%5D=a+b&any%5B%5D=c&max_id=8>; rel=\"next\", "
                  + "<"
                  + URL
                  + "?any%5B%5D=a+b&any%5B%5D=c&min_id=9>; rel=\"prev\"");
    }

    @Test
    void an_empty_page_has_no_header() {
      assertThat(LinkHeader.ofEntries(URL, Map.of(), List.of())).isEmpty();
      assertThat(LinkHeader.ofRows(URL, Map.of(), List.of(), false, "min_id")).isEmpty();
    }

    @Test
    void rows_have_a_next_page_only_when_this_one_is_full() {
      assertThat(LinkHeader.ofRows(URL, Map.of(), List.of("9", "8"), true, "since_id"))
          .contains("<" + URL + "?max_id=8>; rel=\"next\", <" + URL + "?since_id=9>; rel=\"prev\"");
      assertThat(LinkHeader.ofRows(URL, Map.of(), List.of("9", "8"), false, "min_id"))
          .contains("<" + URL + "?min_id=9>; rel=\"prev\"");
    }

    @Test
    void a_header_that_no_client_could_hold_is_left_out() {
      Map<String, List<String>> tags = Map.of("any[]", List.of("x".repeat(3_900)));
      assertThat(LinkHeader.ofEntries(URL, tags, List.of("9", "8"))).isEmpty();
      assertThat(LinkHeader.ofRows(URL, tags, List.of("9", "8"), true, "min_id")).isEmpty();
    }

    @Test
    void a_parameter_cannot_close_the_address() {
      assertThat(
              LinkHeader.ofEntries(URL, Map.of("q", List.of(">\r\nSet-Cookie: a")), List.of("9")))
          .hasValueSatisfying(
              header -> assertThat(header).doesNotContain("\r", "\n", "Set-Cookie: "));
    }
  }
}
