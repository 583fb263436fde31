package isegoria.post;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AccountId;
import isegoria.post.RunningService.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What authors send and what becomes of it, over HTTP. */
final class AuthoringIT {

  private static final AccountId EVA = new AccountId(201);
  private static final AccountId LEO = new AccountId(202);
  private static final AccountId KIM = new AccountId(203);

  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.shared();
    service.account(EVA, "eva");
    service.account(LEO, "leo");
    service.account(KIM, "kim");
    service.awaitReady();
  }

  private static String publish(AccountId author, Map<String, ?> post) {
    Answer answer = service.as(author).post("/api/v1/statuses", post);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.at("/id");
  }

  private static String publish(AccountId author, String text) {
    return publish(author, Map.of("status", text));
  }

  private static String path(String id) {
    return "/api/v1/statuses/" + id;
  }

  /** Clients send every word of a post that they edit. */
  @Test
  void what_an_edit_does_not_send_is_cleared() {
    String id = publish(EVA, Map.of("status", "same", "spoiler_text", "warning", "language", "en"));
    Answer cleared =
        service
            .as(EVA)
            .put(
                path(id),
                Map.of(
                    "status",
                    "same",
                    "sensitive",
                    false,
                    "language",
                    "en",
                    "media_ids",
                    List.of()));
    assertThat(cleared.at("/spoiler_text")).isEmpty();
    assertThat(cleared.json().get("sensitive").asBoolean()).isFalse();
    assertThat(service.as(null).get(path(id)).at("/spoiler_text")).isEmpty();
    Answer kept = service.as(EVA).put(path(id), Map.of("status", "other"));
    assertThat(kept.at("/language")).isEqualTo("en");
    assertThat(service.as(EVA).put(path(id), Map.of("sensitive", true)).status()).isEqualTo(422);
  }

  @Test
  void a_warning_that_goes_takes_its_flag_along() {
    String id = publish(EVA, Map.of("status", "x", "spoiler_text", "warning"));
    assertThat(service.as(EVA).get(path(id)).json().get("sensitive").asBoolean()).isTrue();
    Answer edited = service.as(EVA).put(path(id), Map.of("status", "x", "spoiler_text", ""));
    assertThat(edited.json().get("sensitive").asBoolean()).isFalse();
  }

  @Test
  void edits_at_once_have_times_that_ascend_and_the_last_is_the_post_s() throws Exception {
    String id = publish(EVA, "first");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> edits =
          IntStream.range(0, 8)
              .<Callable<Answer>>mapToObj(
                  i -> () -> service.as(EVA).put(path(id), Map.of("status", "edit " + i)))
              .toList();
      for (Future<Answer> edit : threads.invokeAll(edits)) {
        assertThat(edit.get().status()).isEqualTo(200);
      }
    }
    Answer history = service.as(null).get(path(id) + "/history");
    List<String> times =
        history.json().values().stream().map(e -> e.get("created_at").asString()).toList();
    assertThat(times).hasSize(9).isSorted().doesNotHaveDuplicates();
    assertThat(service.as(null).get(path(id)).at("/edited_at")).isEqualTo(times.getLast());
  }

  @Test
  void a_former_revision_keeps_the_links_that_an_edit_drops() {
    String id = publish(EVA, "Hello @leo");
    service.as(EVA).put(path(id), Map.of("status", "Hello @kim"));
    Answer history = service.as(null).get(path(id) + "/history");
    assertThat(history.at("/0/content")).contains("/@leo\"").doesNotContain("@kim");
    assertThat(history.at("/1/content")).contains("/@kim\"").doesNotContain("@leo");
  }

  @Test
  void a_post_names_the_app_that_it_was_written_with() {
    String id = publish(EVA, "from my phone");
    Answer own = service.as(EVA).get(path(id));
    assertThat(own.at("/application/name")).isEqualTo("Phone app");
    assertThat(own.at("/application/website")).isEqualTo("https://app.example");
  }

  @Test
  void a_direct_post_reaches_who_is_named_behind_a_sign() {
    for (String text : List.of(".@leo hi", "(@leo)", "\"@leo\"")) {
      String id = publish(EVA, Map.of("status", text, "visibility", "direct"));
      assertThat(service.as(LEO).get(path(id)).at("/mentions/0/id")).isEqualTo(LEO.toString());
    }
  }

  @Test
  void favourites_are_walked_to_their_end_and_back() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.addFirst(publish(LEO, "page " + i));
      service.as(LEO).post(path(ids.getFirst()) + "/favourite");
    }
    Answer page = service.as(LEO).get("/api/v1/favourites?limit=2");
    assertThat(page.ids("")).containsExactlyElementsOf(ids.subList(0, 2));
    page = service.as(LEO).get(link(page, "next"));
    page = service.as(LEO).get(link(page, "next"));
    assertThat(page.ids("")).containsExactly(ids.get(4));
    page = service.as(LEO).get(link(page, "prev"));
    assertThat(page.ids("")).containsExactlyElementsOf(ids.subList(2, 4));
  }

  private String link(Answer page, String relation) {
    return page.header("link")
        .replaceFirst(".*<https?://[^/]+([^>]+)>; rel=\"" + relation + "\".*", "$1");
  }
}
