package isegoria.post;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AccountId;
import isegoria.events.Topics;
import isegoria.post.RunningService.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The whole service over HTTP. */
final class PostServiceIT {

  private static final AccountId ANA = new AccountId(101);
  private static final AccountId BO = new AccountId(102);
  private static final AccountId CY = new AccountId(103);

  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.shared();
    service.account(ANA, "Ana");
    service.account(BO, "bo");
    service.account(CY, "cy");
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

  /** What is said elsewhere arrives within moments. */
  private static void eventually(Supplier<Boolean> holds) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!holds.get()) {
      assertThat(System.nanoTime()).as("still not so").isLessThan(until);
      Thread.sleep(50);
    }
  }

  @Nested
  final class Publishing {

    @Test
    void a_post_is_read_as_it_was_written() {
      String id = publish(ANA, Map.of("status", "Hello @bo #Tag", "language", "en"));
      Answer read = service.as(null).get(path(id));
      assertThat(read.status()).isEqualTo(200);
      assertThat(read.at("/account/username")).isEqualTo("Ana");
      assertThat(read.at("/url")).isEqualTo("http://localhost:8080/@Ana/" + id);
      assertThat(read.at("/content")).contains("u-url mention").contains("/tags/tag");
      assertThat(read.at("/mentions/0/id")).isEqualTo(BO.toString());
      assertThat(read.at("/tags/0/name")).isEqualTo("tag");
      assertThat(read.json().has("favourited")).isFalse();
    }

    @Test
    void plain_words_come_out_as_one_paragraph() {
      assertThat(service.as(ANA).get(path(publish(ANA, "Hello"))).at("/content"))
          .isEqualTo("<p>Hello</p>");
    }

    @Test
    void a_hundred_posts_at_once_with_one_key_are_one_post() throws Exception {
      String key = UUID.randomUUID().toString();
      var ids = new HashSet<String>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Callable<Answer>> asked =
            java.util.stream.IntStream.range(0, 100)
                .<Callable<Answer>>mapToObj(i ->
                    () ->
                        service
                            .as(ANA)
                            .keyed(key)
                            .post("/api/v1/statuses", Map.of("status", "once")))
                .toList();
        for (Future<Answer> answer : threads.invokeAll(asked)) {
          assertThat(answer.get().status()).isEqualTo(200);
          ids.add(answer.get().at("/id"));
        }
      }
      assertThat(ids).hasSize(1);
      String other =
          service.as(BO).keyed(key).post("/api/v1/statuses", Map.of("status", "once")).at("/id");
      assertThat(ids).doesNotContain(other);
    }

    @Test
    void a_delete_answers_with_the_words_and_then_it_is_gone() {
      String id = publish(ANA, "words");
      Answer deleted = service.as(ANA).delete(path(id));
      assertThat(deleted.status()).isEqualTo(200);
      assertThat(deleted.at("/text")).isEqualTo("words");
      assertThat(service.as(ANA).get(path(id)).status()).isEqualTo(404);
      assertThat(service.as(ANA).delete(path(id)).status()).isEqualTo(404);
    }

    @Test
    void an_edit_shows_at_once_and_keeps_what_was_said() {
      String id = publish(ANA, "first");
      Answer edited = service.as(ANA).put(path(id), Map.of("status", "second"));
      assertThat(edited.at("/content")).isEqualTo("<p>second</p>");
      Answer history = service.as(null).get(path(id) + "/history");
      assertThat(history.at("/0/content")).isEqualTo("<p>first</p>");
      assertThat(history.at("/1/content")).isEqualTo("<p>second</p>");
      assertThat(service.as(ANA).get(path(id) + "/source").at("/text")).isEqualTo("second");
      assertThat(service.as(BO).put(path(id), Map.of("status", "x")).status()).isEqualTo(404);
      Answer patched =
          service.as(ANA).ask("PATCH", path(id), "{\"status\":\"third\"}", "application/json");
      assertThat(patched.at("/content")).isEqualTo("<p>third</p>");
    }

    @Test
    void a_mention_that_was_not_allowed_stops_the_post() {
      Answer refused =
          service
              .as(ANA)
              .post(
                  "/api/v1/statuses",
                  Map.of("status", "@bo @cy", "allowed_mentions", List.of(CY.toString())));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.ids("/unexpected_accounts")).containsExactly(BO.toString());
    }
  }

  @Nested
  final class Threading {

    @Test
    void answers_are_told_depth_first_below_what_they_answer() {
      String root = publish(ANA, "root");
      String first = reply(BO, root, "first");
      String second = reply(CY, root, "second");
      String below = reply(ANA, first, "below first");
      Answer context = service.as(ANA).get(path(root) + "/context");
      assertThat(context.ids("/descendants")).containsExactly(first, below, second);
      assertThat(service.as(null).get(path(below) + "/context").ids("/ancestors"))
          .containsExactly(root, first);
    }

    private String reply(AccountId author, String to, String text) {
      return publish(author, Map.of("status", text, "in_reply_to_id", to));
    }

    @Test
    void an_answer_to_nothing_is_refused() {
      assertThat(
              service
                  .as(ANA)
                  .post("/api/v1/statuses", Map.of("status", "x", "in_reply_to_id", "1"))
                  .status())
          .isEqualTo(404);
    }
  }

  @Nested
  final class Engaging {

    @Test
    void a_favourite_shows_at_once_counts_once_and_is_taken_back() throws Exception {
      String id = publish(ANA, "like me");
      service.as(BO).post(path(id) + "/favourite");
      Answer again = service.as(BO).post(path(id) + "/favourite");
      assertThat(again.json().get("favourited").asBoolean()).isTrue();
      assertThat(service.as(BO).get(path(id)).json().get("favourited").asBoolean()).isTrue();
      eventually(() -> service.as(null).get(path(id)).at("/favourites_count").equals("1"));
      assertThat(service.as(null).get(path(id) + "/favourited_by").ids(""))
          .containsExactly(BO.toString());
      assertThat(service.as(BO).get("/api/v1/favourites").ids("")).contains(id);
      service.as(BO).post(path(id) + "/unfavourite");
      eventually(() -> service.as(null).get(path(id)).at("/favourites_count").equals("0"));
      assertThat(service.as(null).get(path(id) + "/favourited_by").ids("")).isEmpty();
    }

    @Test
    void a_boost_is_a_post_around_the_post() throws Exception {
      String id = publish(ANA, "boost me");
      Answer boost = service.as(BO).post(path(id) + "/reblog");
      assertThat(boost.at("/reblog/id")).isEqualTo(id);
      assertThat(boost.json().get("reblogged").asBoolean()).isTrue();
      String boostId = boost.at("/id");
      assertThat(service.as(BO).post(path(id) + "/reblog").at("/id")).isEqualTo(boostId);
      assertThat(service.as(CY).get(path(boostId)).at("/reblog/id")).isEqualTo(id);
      assertThat(service.as(null).get(path(id) + "/reblogged_by").ids(""))
          .containsExactly(BO.toString());
      eventually(() -> service.as(null).get(path(id)).at("/reblogs_count").equals("1"));
      Answer undone = service.as(BO).post(path(id) + "/unreblog");
      assertThat(undone.at("/id")).isEqualTo(id);
      assertThat(undone.json().get("reblog").isNull()).isTrue();
      assertThat(undone.json().get("reblogged").asBoolean()).isFalse();
      assertThat(service.as(CY).get(path(boostId)).status()).isEqualTo(404);
    }

    @Test
    void bookmarks_page_by_their_own_order() {
      List<String> ids = List.of(publish(ANA, "one"), publish(ANA, "two"), publish(ANA, "three"));
      ids.forEach(id -> service.as(CY).post(path(id) + "/bookmark"));
      Answer first = service.as(CY).get("/api/v1/bookmarks?limit=2");
      assertThat(first.ids("")).containsExactly(ids.get(2), ids.get(1));
      String next = first.header("link");
      assertThat(next).contains("rel=\"next\"");
      String cursor = next.replaceFirst(".*max_id=(\\d+)>; rel=\"next\".*", "$1");
      assertThat(service.as(CY).get("/api/v1/bookmarks?limit=2&max_id=" + cursor).ids(""))
          .containsExactly(ids.get(0));
      service.as(CY).post(path(ids.get(0)) + "/unbookmark");
      assertThat(service.as(CY).get("/api/v1/bookmarks").ids("")).doesNotContain(ids.get(0));
    }

    @Test
    void pins_and_muted_threads_are_marked() {
      String id = publish(ANA, "pin me");
      assertThat(service.as(ANA).post(path(id) + "/pin").json().get("pinned").asBoolean()).isTrue();
      assertThat(service.as(BO).post(path(id) + "/pin").status()).isEqualTo(422);
      assertThat(service.as(ANA).post(path(id) + "/unpin").json().get("pinned").asBoolean())
          .isFalse();
      assertThat(service.as(BO).post(path(id) + "/mute").json().get("muted").asBoolean()).isTrue();
      String reply = publish(CY, Map.of("status", "re", "in_reply_to_id", id));
      assertThat(service.as(BO).get(path(reply)).json().get("muted").asBoolean()).isTrue();
      assertThat(service.as(BO).post(path(reply) + "/unmute").json().get("muted").asBoolean())
          .isFalse();
    }
  }

  @Nested
  final class Seeing {

    @Test
    void a_private_post_is_for_followers_and_a_direct_one_for_the_mentioned() throws Exception {
      AccountId dan = new AccountId(104);
      service.account(dan, "dan");
      service.relationship(dan, ANA, true, false);
      String secret = publish(ANA, Map.of("status", "few", "visibility", "private"));
      String direct = publish(ANA, Map.of("status", "@cy only", "visibility", "direct"));
      eventually(() -> service.as(dan).get(path(secret)).status() == 200);
      assertThat(service.as(null).get(path(secret)).status()).isEqualTo(404);
      assertThat(service.as(BO).get(path(secret)).status()).isEqualTo(404);
      assertThat(service.as(dan).post(path(secret) + "/reblog").status()).isEqualTo(403);
      assertThat(service.as(dan).get(path(direct)).status()).isEqualTo(404);
      assertThat(service.as(CY).get(path(direct)).status()).isEqualTo(200);
    }

    @Test
    void a_block_hides_both_ways() throws Exception {
      AccountId eve = new AccountId(105);
      service.account(eve, "eve");
      String hers = publish(eve, "hers");
      String his = publish(BO, "his");
      service.relationship(BO, eve, false, true);
      eventually(() -> service.as(eve).get(path(his)).status() == 404);
      assertThat(service.as(BO).get(path(hers)).status()).isEqualTo(404);
      assertThat(service.as(null).get(path(his)).status()).isEqualTo(200);
    }

    @Test
    void a_sanction_hides_silences_and_is_lifted() throws Exception {
      AccountId fay = new AccountId(106);
      service.account(fay, "fay");
      String id = publish(fay, "bad");
      service.sanction(fay, "s1", "remove_post", id);
      eventually(() -> service.as(ANA).get(path(id)).status() == 404);
      assertThat(service.as(fay).get(path(id)).status()).isEqualTo(200);
      service.sanction(fay, "s1", null, null);
      eventually(() -> service.as(ANA).get(path(id)).status() == 200);
      service.sanction(fay, "s2", "freeze", null);
      eventually(
          () -> service.as(fay).post("/api/v1/statuses", Map.of("status", "more")).status() == 403);
    }
  }

  @Nested
  final class Erasing {

    @Test
    void who_goes_takes_posts_and_acts_along() throws Exception {
      AccountId gil = new AccountId(107);
      service.account(gil, "gil");
      String his = publish(gil, "his");
      String hers = publish(ANA, "hers");
      service.as(gil).post(path(hers) + "/favourite");
      eventually(() -> service.as(null).get(path(hers)).at("/favourites_count").equals("1"));
      service.erase(gil);
      eventually(() -> service.as(null).get(path(his)).status() == 404);
      eventually(() -> service.isGone(Topics.POST_STATES, gil + "/post/" + his));
      eventually(() -> service.isGone(Topics.POST_PRIVATE_STATES, gil + "/engagement/" + hers));
      eventually(() -> service.as(null).get(path(hers)).at("/favourites_count").equals("0"));
    }

    @Test
    void a_post_published_while_its_author_is_erased_does_not_survive() throws Exception {
      AccountId hal = new AccountId(108);
      service.account(hal, "hal");
      List<String> published = new ArrayList<>(List.of(publish(hal, "before")));
      service.erase(hal);
      eventually(() -> {
        Answer answer = service.as(hal).post("/api/v1/statuses", Map.of("status", "meanwhile"));
        if (answer.status() == 200) {
          published.add(answer.at("/id"));
          return false;
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        return true;
      });
      for (String post : published) {
        eventually(() -> service.as(null).get(path(post)).status() == 404);
        eventually(() -> service.isGone(Topics.POST_STATES, hal + "/post/" + post));
      }
    }
  }

  @Nested
  final class BadInput {

    private void refused(int status, Answer answer) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(status);
      assertThat(answer.json().get("error").asString()).isNotBlank();
      assertThat(answer.header("content-type")).startsWith("application/json");
    }

    @Test
    void whatever_is_wrong_has_its_status_and_the_usual_body() {
      String statuses = "/api/v1/statuses";
      refused(422, service.as(ANA).post(statuses));
      refused(422, service.as(ANA).post(statuses, Map.of("status", "x".repeat(1_001))));
      refused(422, service.as(ANA).post(statuses, Map.of("status", "x", "visibility", "some")));
      refused(422, service.as(ANA).post(statuses, Map.of("status", "x", "media_ids", "1")));
      refused(422, service.as(ANA).post(statuses, Map.of("status", "x", "scheduled_at", "soon")));
      refused(400, service.as(ANA).post(statuses, Map.of("status", List.of(Map.of("a", 1)))));
      refused(400, service.as(ANA).post(statuses, Map.of("status", "x", "sensitive", "maybe")));
      refused(400, service.as(ANA).ask("POST", statuses, "{\"status\":", "application/json"));
      refused(404, service.as(ANA).get(statuses + "/1"));
      refused(404, service.as(ANA).get(statuses + "/abc"));
      refused(404, service.as(ANA).get("/api/v1/polls/1"));
      refused(401, service.as(null).post(statuses, Map.of("status", "x")));
      refused(403, service.as(ANA).scoped("read").post(statuses, Map.of("status", "x")));
      refused(401, service.as(null).get("/api/v1/favourites"));
    }

    @Test
    void a_date_that_has_passed_is_ignored() {
      publish(ANA, Map.of("status", "late", "scheduled_at", "2020-01-01T00:00:00Z"));
    }
  }
}
