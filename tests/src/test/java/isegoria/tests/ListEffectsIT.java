package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.effect.Effects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists, filters and notes, as another device of the same person sees them. */
final class ListEffectsIT {
  private static final String FILTERS = "/api/v2/filters";

  private final Shared system = Shared.system();
  private final Person ana = system.signUp("ana");
  private final Person bo = system.signUp("bo");
  private final Person again = system.again(ana);

  private Answer ask(String method, String path, Map<String, ?> fields) {
    return ana.api().ok(Call.of(method, path).as(ana.token()).json(fields));
  }

  private void lists(String path, String... ids) {
    Eventually.equal(() -> again.get(path).ids(), List.of(ids));
  }

  private void says(String path, String pointer, String value) {
    Eventually.equal(() -> again.get(path).json().at(pointer).asString(""), value);
  }

  private void counts(String path, String pointer, int size) {
    Eventually.equal(() -> again.get(path).json().at(pointer).size(), size);
  }

  @Test
  @Effects({
    "GET /api/v1/lists",
    "POST /api/v1/lists",
    "GET /api/v1/lists/{id}",
    "PUT /api/v1/lists/{id}",
    "DELETE /api/v1/lists/{id}",
    "GET /api/v1/lists/{id}/accounts",
    "POST /api/v1/lists/{id}/accounts",
    "DELETE /api/v1/lists/{id}/accounts",
    "GET /api/v1/accounts/{id}/lists",
    "GET /api/v1/timelines/list/{list_id}"
  })
  void a_list_is_the_same_on_every_device() {
    String list = ana.post("/api/v1/lists", Map.of("title", "Cats")).id();
    String path = "/api/v1/lists/" + list;
    lists("/api/v1/lists", list);
    says(path, "/title", "Cats");
    ask("PUT", path, Map.of("title", "Dogs"));
    says("/api/v1/lists", "/0/title", "Dogs");
    ana.follow(bo);
    Map<String, ?> members = Map.of("account_ids", List.of(bo.id()));
    ana.post(path + "/accounts", members);
    lists("/api/v1/accounts/" + bo.id() + "/lists", list);
    lists(path + "/accounts", bo.id());
    lists("/api/v1/timelines/list/" + list, bo.publish("A bark").id());
    ask("DELETE", path + "/accounts", members);
    lists("/api/v1/accounts/" + bo.id() + "/lists");
    ask("DELETE", path, Map.of());
    lists("/api/v1/lists");
  }

  @Test
  @Effects("POST /api/v1/accounts/{id}/note")
  void a_note_is_the_same_on_every_device() {
    ana.post("/api/v1/accounts/" + bo.id() + "/note", Map.of("comment", "Owes me a book"));
    Eventually.equal(() -> again.tieTo(bo).path("note").asString(), "Owes me a book");
  }

  @Test
  @Effects({
    "GET /api/v2/filters",
    "POST /api/v2/filters",
    "GET /api/v2/filters/{id}",
    "PUT /api/v2/filters/{id}",
    "DELETE /api/v2/filters/{id}",
    "GET /api/v2/filters/{filter_id}/keywords",
    "POST /api/v2/filters/{filter_id}/keywords",
    "GET /api/v2/filters/keywords/{id}",
    "PUT /api/v2/filters/keywords/{id}",
    "DELETE /api/v2/filters/keywords/{id}",
    "GET /api/v2/filters/{filter_id}/statuses",
    "POST /api/v2/filters/{filter_id}/statuses",
    "GET /api/v2/filters/statuses/{id}",
    "DELETE /api/v2/filters/statuses/{id}"
  })
  void a_filter_is_the_same_on_every_device() {
    Map<String, ?> politics = Map.of("title", "Politics", "context", List.of("home"));
    String path = FILTERS + "/" + ana.post(FILTERS, politics).id();
    counts(FILTERS, "", 1);
    says(path, "/title", "Politics");
    ask("PUT", path, Map.of("title", "Votes"));
    says(FILTERS, "/0/title", "Votes");

    String word = ana.post(path + "/keywords", Map.of("keyword", "vote")).id();
    says(path, "/keywords/0/keyword", "vote");
    lists(path + "/keywords", word);
    ask("PUT", FILTERS + "/keywords/" + word, Map.of("keyword", "poll"));
    says(path, "/keywords/0/keyword", "poll");
    assertThat(again.get(FILTERS + "/keywords/" + word).text("keyword")).isEqualTo("poll");
    ask("DELETE", FILTERS + "/keywords/" + word, Map.of());
    counts(path, "/keywords", 0);

    Map<String, ?> post = Map.of("status_id", ana.publish("Not this one").id());
    String entry = ana.post(path + "/statuses", post).id();
    counts(path, "/statuses", 1);
    lists(path + "/statuses", entry);
    assertThat(again.get(FILTERS + "/statuses/" + entry).id()).isEqualTo(entry);
    ask("DELETE", FILTERS + "/statuses/" + entry, Map.of());
    counts(path, "/statuses", 0);
    ask("DELETE", path, Map.of());
    lists(FILTERS);
  }

  @Test
  @Effects({
    "GET /api/v1/filters",
    "POST /api/v1/filters",
    "GET /api/v1/filters/{id}",
    "PUT /api/v1/filters/{id}",
    "DELETE /api/v1/filters/{id}"
  })
  void so_is_one_of_an_older_client() {
    Map<String, ?> spoilers = Map.of("phrase", "spoilers", "context", List.of("home"));
    String path = "/api/v1/filters/" + ana.post("/api/v1/filters", spoilers).id();
    says(FILTERS, "/0/keywords/0/keyword", "spoilers");
    counts("/api/v1/filters", "", 1);
    ask("PUT", path, Map.of("phrase", "endings", "context", List.of("home")));
    says(FILTERS, "/0/keywords/0/keyword", "endings");
    assertThat(again.get(path).text("phrase")).isEqualTo("endings");
    ask("DELETE", path, Map.of());
    lists(FILTERS);
  }
}
