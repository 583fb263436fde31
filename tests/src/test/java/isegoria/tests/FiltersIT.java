package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Filters of both versions of the API, and markers. */
final class FiltersIT {
  private final Shared system = Shared.system();

  private static Answer ask(Person who, String method, String path, Map<String, ?> fields) {
    return who.api().ok(Call.of(method, path).as(who.token()).json(fields));
  }

  private static int status(Person who, String method, String path, Map<String, ?> fields)
      throws IOException {
    Call call = Call.of(method, path).as(who.token());
    return who.api().send(method.equals("GET") ? call : call.json(fields)).status();
  }

  private static List<String> words(Answer filter) {
    return StreamSupport.stream(filter.json().path("keywords").spliterator(), false)
        .map(keyword -> keyword.path("keyword").asString())
        .toList();
  }

  private static Answer politics(Person who) {
    return who.post(
        "/api/v2/filters",
        Map.of(
            "title",
            "Politics",
            "context",
            List.of("home", "public"),
            "expires_in",
            3_600,
            "keywords_attributes",
            List.of(Map.of("keyword", "vote", "whole_word", false), Map.of("keyword", "party"))));
  }

  @Test
  void a_filter_is_made_changed_and_deleted_and_no_one_else_sees_it() throws IOException {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Answer made = politics(ana);
    assertThat(made.text("filter_action")).isEqualTo("warn");
    assertThat(made.text("expires_at")).endsWith("Z");
    assertThat(words(made)).containsExactly("vote", "party");
    assertThat(made.json().path("keywords").path(0).path("whole_word").asBoolean(true)).isFalse();
    assertThat(made.json().path("keywords").path(1).path("whole_word").asBoolean()).isTrue();
    String path = "/api/v2/filters/" + made.id();
    assertThat(ana.get(path).json()).isEqualTo(made.json());

    String vote = made.json().path("keywords").path(0).path("id").asString();
    Answer changed =
        ask(
            ana,
            "PUT",
            path,
            Map.of(
                "filter_action", "blur",
                "expires_in", "",
                "keywords_attributes",
                    List.of(Map.of("id", vote, "_destroy", true), Map.of("keyword", "elections"))));
    assertThat(words(changed)).containsExactly("party", "elections");
    assertThat(changed.text("filter_action")).isEqualTo("blur");
    assertThat(changed.json().path("expires_at").isNull()).isTrue();
    assertThat(ana.get("/api/v2/filters").json().path(0)).isEqualTo(changed.json());

    assertThat(bo.get("/api/v2/filters").json()).isEmpty();
    assertThat(status(bo, "GET", path, Map.of())).isEqualTo(404);
    assertThat(status(bo, "DELETE", path, Map.of())).isEqualTo(404);
    Map<String, ?> nowhere = Map.of("title", "T", "context", List.of("nowhere"));
    assertThat(status(ana, "POST", "/api/v2/filters", nowhere)).isEqualTo(422);
    ask(ana, "DELETE", path, Map.of());
    assertThat(status(ana, "GET", path, Map.of())).isEqualTo(404);
  }

  @Test
  void keywords_and_posts_have_addresses_of_their_own() throws IOException {
    Person ana = system.signUp("ana");
    String filter = "/api/v2/filters/" + politics(ana).id();
    String word = ana.post(filter + "/keywords", Map.of("keyword", "poll")).id();
    String path = "/api/v2/filters/keywords/" + word;
    ask(ana, "PUT", path, Map.of("keyword", "polls"));
    assertThat(ana.get(path).text("keyword")).isEqualTo("polls");
    assertThat(ana.get(filter + "/keywords").json()).hasSize(3);
    ask(ana, "DELETE", path, Map.of());
    assertThat(status(ana, "GET", path, Map.of())).isEqualTo(404);

    String post = ana.publish("Not this one").id();
    Map<String, ?> named = Map.of("status_id", post);
    String entry = ana.post(filter + "/statuses", named).id();
    assertThat(ana.get("/api/v2/filters/statuses/" + entry).text("status_id")).isEqualTo(post);
    assertThat(ana.get(filter + "/statuses").json()).hasSize(1);
    assertThat(status(ana, "POST", filter + "/statuses", named)).isEqualTo(422);
    ask(ana, "DELETE", "/api/v2/filters/statuses/" + entry, Map.of());
    assertThat(ana.get(filter + "/statuses").json()).isEmpty();
    for (String part : List.of("keywords", "statuses")) {
      String twice = "/api/v2/filters/" + part + "/" + part;
      assertThat(status(ana, "GET", twice, Map.of())).as(twice).isEqualTo(404);
    }
  }

  @Test
  void older_clients_see_each_keyword_as_a_filter() throws IOException {
    Person ana = system.signUp("ana");
    Answer made =
        ana.post(
            "/api/v1/filters",
            Map.of("phrase", "spoilers", "context", List.of("home"), "irreversible", true));
    assertThat(made.text("phrase")).isEqualTo("spoilers");
    assertThat(made.json().path("irreversible").asBoolean()).isTrue();
    assertThat(made.json().path("whole_word").asBoolean(true)).isFalse();
    assertThat(ana.get("/api/v2/filters").json().path(0).path("filter_action").asString())
        .isEqualTo("hide");
    String path = "/api/v1/filters/" + made.id();
    ask(ana, "PUT", path, Map.of("phrase", "spoiler", "context", List.of("home", "thread")));
    assertThat(ana.get(path).text("phrase")).isEqualTo("spoiler");

    String ofTwo = politics(ana).json().path("keywords").path(0).path("id").asString();
    assertThat(ana.get("/api/v1/filters").json()).hasSize(3);
    Map<String, ?> elsewhere = Map.of("context", List.of("thread"));
    assertThat(status(ana, "PUT", "/api/v1/filters/" + ofTwo, elsewhere)).isEqualTo(422);
    ask(ana, "DELETE", path, Map.of());
    assertThat(ana.get("/api/v2/filters").json()).hasSize(1);
  }

  @Test
  void markers_move_and_the_last_write_wins() throws IOException {
    Person ana = system.signUp("ana");
    assertThat(ana.get("/api/v1/markers").json()).isEmpty();
    assertThat(ana.get("/api/v1/markers?timeline[]=home").json()).isEmpty();
    Answer first = ana.post("/api/v1/markers", Map.of("home", Map.of("last_read_id", "12")));
    assertThat(first.json().path("home").path("version").asInt()).isEqualTo(1);
    assertThat(first.json().path("home").path("updated_at").asString()).endsWith("Z");
    assertThat(first.json().has("notifications")).isFalse();
    ana.post(
        "/api/v1/markers",
        Map.of("home", Map.of("last_read_id", "10"), "notifications", Map.of("last_read_id", "7")));
    Answer both = ana.get("/api/v1/markers?timeline[]=home&timeline[]=notifications");
    assertThat(both.json().path("home").path("last_read_id").asString()).isEqualTo("10");
    assertThat(both.json().path("home").path("version").asInt()).isEqualTo(2);
    assertThat(both.json().path("notifications").path("last_read_id").asString()).isEqualTo("7");
    Map<String, ?> bad = Map.of("home", Map.of("last_read_id", "latest"));
    assertThat(status(ana, "POST", "/api/v1/markers", bad)).isEqualTo(422);
  }

  @Test
  void preferences_are_those_of_the_account() {
    Person ana = system.signUp("ana");
    Map<String, ?> source = Map.of("privacy", "unlisted", "sensitive", true, "language", "el");
    ask(ana, "PATCH", "/api/v1/accounts/update_credentials", Map.of("source", source));
    Answer preferences = ana.get("/api/v1/preferences");
    assertThat(preferences.text("posting:default:visibility")).isEqualTo("unlisted");
    assertThat(preferences.text("posting:default:language")).isEqualTo("el");
    assertThat(preferences.json().path("posting:default:sensitive").asBoolean()).isTrue();
    assertThat(preferences.text("reading:expand:media")).isEqualTo("default");
  }
}
