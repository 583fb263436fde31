package isegoria.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The comparison of streams and feeds finds every event that is lost or too many. */
final class FoldedTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** Each matters: none of them is made up for by another. */
  private static final List<Event> EVENTS =
      List.of(
          new Event("update", post(1, "7", "one")),
          new Event("update", post(2, "8", "two")),
          new Event("update", boost(3, "7", 2, "8")),
          new Event("status.update", post(1, "7", "one once more")),
          new Event("update", post(4, "7", "gone soon")),
          new Event("delete", "4"),
          new Event("notification", "{\"type\":\"favourite\",\"group_key\":\"g\"}"));

  private record Event(String name, String payload) {}

  private static String post(long id, String author, String words) {
    return "{\"id\":\"%d\",\"account\":{\"id\":\"%s\"},\"content\":\"%s\",\"reblog\":null}"
        .formatted(id, author, words);
  }

  private static String boost(long id, String booster, long post, String author) {
    return "{\"id\":\"%d\",\"account\":{\"id\":\"%s\"},\"content\":\"\",\"reblog\":%s}"
        .formatted(id, booster, post(post, author, "two"));
  }

  private static Folded fold(List<Event> events) {
    var folded = new Folded();
    events.forEach(event -> folded.told(event.name(), event.payload()));
    return folded;
  }

  private static Map<Long, Folded.Shown> feed() {
    var feed = new HashMap<Long, Folded.Shown>();
    for (String entry :
        List.of(post(1, "7", "one once more"), post(2, "8", "two"), boost(3, "7", 2, "8"))) {
      var json = JSON.readTree(entry);
      feed.put(Long.valueOf(json.path("id").asString()), Folded.Shown.of(json));
    }
    return feed;
  }

  private static Difference difference(Folded folded) {
    return Difference.ofPosts(feed(), folded.postsWithout(Set.of()))
        .plus(Difference.ofGroups(Set.of("g"), folded.groups()));
  }

  @Test
  void all_events_make_the_feed() {
    assertThat(difference(fold(EVENTS))).isEqualTo(new Difference(4, 0, 0, 0, 0));
  }

  @Test
  void each_event_that_is_lost_is_found() {
    for (int lost = 0; lost < EVENTS.size(); lost++) {
      if (lost == 4) {
        continue; // What is deleted in the end need not have come.
      }
      var heard = new ArrayList<>(EVENTS);
      heard.remove(lost);
      assertThat(difference(fold(heard)).holds()).as("without " + EVENTS.get(lost)).isFalse();
    }
  }

  @Test
  void a_page_that_is_older_than_a_deletion_brings_nothing_back() {
    Folded folded = fold(EVENTS);
    folded.shown(JSON.readTree(post(4, "7", "gone soon")));
    assertThat(difference(folded).holds()).isTrue();
  }

  @Test
  void a_boost_that_a_page_leaves_out_is_none_too_many_and_one_of_what_it_has_not_is() {
    Folded folded = fold(EVENTS);
    folded.told("update", boost(5, "9", 2, "8"));
    assertThat(difference(folded).holds()).isTrue();
    folded.told("update", boost(6, "9", 100, "8"));
    assertThat(difference(folded).extra()).isEqualTo(1);
  }

  @Test
  void what_is_made_by_one_who_was_hidden_before_is_a_leak_also_as_a_boost() {
    long second = 1_000L << 16;
    var folded = new Folded();
    folded.told("update", post(second, "7", "before"));
    folded.told("update", boost(second + 1, "9", second, "7"));
    assertThat(folded.leaked(Map.of("7", 1_000L))).isZero();
    assertThat(folded.leaked(Map.of("7", 999L))).isEqualTo(2);
    assertThat(folded.postsWithout(Set.of("7"))).isEmpty();
  }
}
