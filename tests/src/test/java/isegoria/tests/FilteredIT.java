package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Call;
import isegoria.tests.client.LiveStream;
import isegoria.tests.client.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an account's filters say of posts, wherever it reads them. */
final class FilteredIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String HOME = "/api/v1/timelines/home";

  private final Shared system = Shared.system();

  private static Map<String, Object> keyword(String word, boolean whole) {
    return Map.of("keyword", word, "whole_word", whole);
  }

  private static Map<String, Object> filter(String title, String action, Object keywords) {
    return Map.of(
        "title", title,
        "context", List.of("home", "notifications"),
        "filter_action", action,
        "keywords_attributes", keywords);
  }

  /** Makes a filter of one whole word; its id. */
  private static String filter(Person who, String title, String word) {
    return who.post("/api/v2/filters", filter(title, "hide", List.of(keyword(word, true)))).id();
  }

  /**
   * {@code <title> <words> <posts>} of each filter that matches the post, as often as it stands.
   */
  private static List<String> filtered(JsonNode json, String post) {
    return json.findParents("filtered").stream()
        .filter(status -> status.path("id").asString().equals(post))
        .flatMap(status -> elements(status.path("filtered")))
        .map(result ->
            "%s %s %s"
                .formatted(
                    result.path("filter").path("title").asString(),
                    result.path("keyword_matches"),
                    result.path("status_matches")))
        .toList();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static List<String> filtered(Person who, String path, String post) {
    return filtered(who.get(path).json(), post);
  }

  private static void awaitShown(Person who, String path, String post) {
    Eventually.equal(() -> who.get(path).body().contains("\"" + post + "\""), true);
  }

  @Test
  void a_post_says_wherever_it_is_shown_which_filters_of_its_reader_match_it() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    ana.follow(bo);
    String tag = Shared.freshName("tag");
    String list = ana.post("/api/v1/lists", Map.of("title", "Friends")).id();
    ana.post("/api/v1/lists/" + list + "/accounts", Map.of("account_ids", List.of(bo.id())));
    String first = bo.publish("Good morning").id();
    String words = "@" + ana.name() + " Go and VOTE #" + tag;
    String post = bo.api().ok(bo.publishing(words, "public", first)).id();
    awaitShown(ana, HOME, post);
    ana.favourite(post);
    ana.post("/api/v1/statuses/" + post + "/bookmark");
    List<String> paths =
        List.of(
            HOME,
            "/api/v1/timelines/list/" + list,
            "/api/v1/timelines/public",
            "/api/v1/timelines/tag/" + tag,
            "/api/v1/accounts/" + bo.id() + "/statuses",
            "/api/v1/statuses/" + first + "/context",
            "/api/v1/statuses/" + post,
            "/api/v1/favourites",
            "/api/v1/bookmarks",
            "/api/v1/notifications",
            "/api/v2/notifications");
    paths.forEach(path -> awaitShown(ana, path, post));
    filter(ana, "Politics", "vote");
    for (String path : paths) {
      assertThat(filtered(ana, path, post)).as(path).containsExactly("Politics [\"VOTE\"] null");
    }
    assertThat(filtered(bo, "/api/v1/statuses/" + post, post)).isEmpty();
    JsonNode shown = ana.get(HOME).json().path(0).path("filtered").path(0).path("filter");
    assertThat(shown.path("filter_action").asString()).isEqualTo("hide");
    assertThat(shown.path("context").toString()).isEqualTo("[\"home\",\"notifications\"]");
    assertThat(shown.path("expires_at").isNull()).isTrue();
    assertThat(shown.has("keywords")).isFalse();
    assertThat(system.api().ok(Call.get("/api/v1/statuses/" + post)).json().has("filtered"))
        .isFalse();
  }

  @Test
  void what_a_filter_says_changes_with_it_and_ends_with_it() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    ana.follow(bo);
    String post = bo.publish("He pivoted at the party").id();
    awaitShown(ana, HOME, post);
    String whole = filter(ana, "Whole", "vote");
    assertThat(filtered(ana, HOME, post)).isEmpty();
    String word = ana.get("/api/v2/filters/" + whole).json().at("/keywords/0/id").asString();
    ana.api()
        .ok(
            Call.of("PUT", "/api/v2/filters/keywords/" + word)
                .as(ana.token())
                .json(Map.of("whole_word", false)));
    assertThat(filtered(ana, HOME, post)).containsExactly("Whole [\"vote\"] null");
    ana.post(
        "/api/v2/filters",
        Map.of(
            "title",
            "Ended",
            "context",
            List.of("home"),
            "expires_in",
            0,
            "keywords_attributes",
            List.of(keyword("party", true))));
    ana.post("/api/v1/filters", Map.of("phrase", "PARTY", "context", List.of("home")));
    assertThat(filtered(ana, HOME, post))
        .containsExactly("Whole [\"vote\"] null", "PARTY [\"party\"] null");
    ana.api().ok(Call.of("DELETE", "/api/v2/filters/" + whole).as(ana.token()));
    assertThat(filtered(ana, HOME, post)).containsExactly("PARTY [\"party\"] null");
    assertThat(filtered(ana, "/api/v1/statuses/" + post, post))
        .containsExactly("PARTY [\"party\"] null");
  }

  @Test
  void a_filtered_post_is_marked_in_its_boosts_and_never_for_its_author() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    ana.follow(cy);
    String post = bo.publish("Anything").id();
    String boost = cy.boost(post).id();
    awaitShown(ana, HOME, boost);
    for (Person each : List.of(ana, bo)) {
      String filter = filter(each, "Posts", "nothing");
      each.post("/api/v2/filters/" + filter + "/statuses", Map.of("status_id", post));
    }
    List<String> match = List.of("Posts null [\"" + post + "\"]");
    for (String path : List.of(HOME, "/api/v1/accounts/" + cy.id() + "/statuses")) {
      assertThat(filtered(ana, path, boost)).as(path).isEqualTo(match);
      assertThat(filtered(ana, path, post)).as(path).isEqualTo(match);
      assertThat(filtered(bo, path, post)).as(path).isEmpty();
    }
    assertThat(filtered(ana, "/api/v1/statuses/" + boost, boost)).isEqualTo(match);
    assertThat(filtered(ana, "/api/v1/statuses/" + post, post)).isEqualTo(match);
    assertThat(filtered(bo, "/api/v1/statuses/" + post, post)).isEmpty();
  }

  /** {@code <event>} of the next frame, and what it says is filtered in the post that it brings. */
  private static String told(LiveStream stream) {
    JsonNode frame = JSON.readTree(stream.next());
    String event = frame.path("event").asString();
    if (!frame.has("payload")) {
      return event;
    }
    JsonNode post = JSON.readTree(frame.path("payload").asString());
    return event + " " + filtered(post, post.path("id").asString());
  }

  /** The next line that says something. */
  private static String line(LiveStream events) {
    String line = events.next();
    while (line.equals(":thump")) {
      line = events.next();
    }
    return line;
  }

  @Test
  void streams_tell_that_filters_changed_and_what_they_say_of_each_post() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    ana.follow(bo);
    cy.follow(bo);
    String tag = Shared.freshName("tag");
    try (LiveStream home = LiveStream.byProtocol(ana, "?stream=user");
        LiveStream second = LiveStream.byProtocol(system.again(ana), "?stream=user");
        LiveStream tagged = LiveStream.byProtocol(ana, "?stream=hashtag&tag=" + tag);
        LiveStream other = LiveStream.byProtocol(cy, "?stream=user");
        LiveStream events = LiveStream.ofEvents(ana, "/user")) {
      assertThat(events.next()).isEqualTo(":)");
      String filter = filter(ana, "Politics", "vote");
      assertThat(told(home)).isEqualTo("filters_changed");
      assertThat(told(second)).isEqualTo("filters_changed");
      assertThat(line(events)).isEqualTo("event: filters_changed");
      assertThat(line(events)).isEqualTo("data: {}");
      String post = bo.publish("A vote #" + tag).id();
      String update = "update [Politics [\"vote\"] null]";
      assertThat(told(home)).isEqualTo(update);
      assertThat(told(second)).isEqualTo(update);
      assertThat(told(tagged)).isEqualTo(update);
      assertThat(told(other)).isEqualTo("update []");
      assertThat(filtered(ana, HOME, post)).containsExactly("Politics [\"vote\"] null");
      ana.api().ok(Call.of("DELETE", "/api/v2/filters/" + filter).as(ana.token()));
      assertThat(told(home)).isEqualTo("filters_changed");
      bo.edit(post, "Another vote #" + tag);
      assertThat(told(home)).isEqualTo("status.update []");
      assertThat(told(other)).isEqualTo("status.update []");
    }
  }
}
