package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.effect.Effects;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people write and do with what others wrote, as others and their other devices see it. */
final class PostEffectsIT {
  private final Shared system = Shared.system();
  private final Api api = system.api();
  private final Person ana = system.signUp("ana");
  private final Person bo = system.signUp("bo");

  private static String path(String post, String verb) {
    return "/api/v1/statuses/" + post + "/" + verb;
  }

  private static void lists(Person reader, String path, String... ids) {
    Eventually.equal(() -> reader.get(path).ids(), List.of(ids));
  }

  @Test
  @Effects({
    "POST /api/v1/statuses",
    "PUT /api/v1/statuses/{id}",
    "DELETE /api/v1/statuses/{id}",
    "GET /api/v1/statuses/{id}",
    "GET /api/v1/statuses",
    "GET /api/v1/statuses/{id}/context",
    "GET /api/v1/statuses/{id}/history",
    "GET /api/v1/statuses/{id}/source"
  })
  void a_post_is_read_by_another_as_it_is_written_edited_answered_and_deleted() {
    String post = ana.publish("First words").id();
    String answer = api.ok(bo.publishing("An answer", "public", post)).id();
    lists(bo, "/api/v1/statuses?id[]=" + answer + "&id[]=1&id[]=" + post, answer, post);
    Eventually.equal(
        () -> ana.get(path(post, "context")).json().at("/descendants/0/id").asString(""), answer);
    ana.edit(post, "Second words");
    Eventually.equal(
        () -> bo.get("/api/v1/statuses/" + post).text("content"), "<p>Second words</p>");
    Eventually.equal(() -> bo.get(path(post, "history")).json().size(), 2);
    assertThat(system.again(ana).get(path(post, "source")).text("text")).isEqualTo("Second words");
    ana.delete(post);
    Call reading = Call.get("/api/v1/statuses?id[]=" + post).as(bo.token());
    Eventually.equal(() -> api.ok(reading).ids(), List.of());
  }

  @Test
  @Effects({
    "GET /api/v1/accounts/{id}/statuses",
    "GET /api/v1/timelines/public",
    "GET /api/v1/timelines/tag/{hashtag}",
    "GET /api/v1/timelines/home"
  })
  void a_post_stands_in_every_feed_it_belongs_to() {
    String tag = Shared.freshName("tagged");
    bo.follow(ana);
    String post = ana.publish("Words with #" + tag).id();
    lists(bo, "/api/v1/accounts/" + ana.id() + "/statuses", post);
    lists(bo, "/api/v1/timelines/tag/" + tag, post);
    lists(bo, "/api/v1/timelines/home", post);
    Eventually.equal(() -> bo.get("/api/v1/timelines/public?limit=40").ids().contains(post), true);
  }

  @Test
  @Effects({
    "POST /api/v1/statuses/{id}/favourite",
    "POST /api/v1/statuses/{id}/unfavourite",
    "POST /api/v1/statuses/{id}/reblog",
    "POST /api/v1/statuses/{id}/unreblog",
    "GET /api/v1/statuses/{id}/favourited_by",
    "GET /api/v1/statuses/{id}/reblogged_by",
    "GET /api/v1/favourites"
  })
  void favourites_and_boosts_are_seen_by_the_author_until_they_are_taken_back() {
    String post = ana.publish("Like me").id();
    bo.favourite(post);
    lists(ana, path(post, "favourited_by"), bo.id());
    lists(system.again(bo), "/api/v1/favourites", post);
    bo.post(path(post, "unfavourite"));
    lists(ana, path(post, "favourited_by"));
    bo.boost(post);
    lists(ana, path(post, "reblogged_by"), bo.id());
    bo.post(path(post, "unreblog"));
    lists(ana, path(post, "reblogged_by"));
  }

  @Test
  @Effects({
    "POST /api/v1/statuses/{id}/bookmark",
    "POST /api/v1/statuses/{id}/unbookmark",
    "POST /api/v1/statuses/{id}/mute",
    "POST /api/v1/statuses/{id}/unmute",
    "GET /api/v1/bookmarks"
  })
  void bookmarks_and_muted_threads_are_the_same_on_every_device() {
    String post = bo.publish("Keep me").id();
    Person again = system.again(ana);
    ana.post(path(post, "bookmark"));
    lists(again, "/api/v1/bookmarks", post);
    ana.post(path(post, "unbookmark"));
    lists(again, "/api/v1/bookmarks");
    ana.post(path(post, "mute"));
    Eventually.equal(() -> isMuted(again, post), true);
    ana.post(path(post, "unmute"));
    Eventually.equal(() -> isMuted(again, post), false);
  }

  private static boolean isMuted(Person reader, String post) {
    return reader.get("/api/v1/statuses/" + post).json().path("muted").asBoolean();
  }

  @Test
  @Effects({"POST /api/v1/statuses/{id}/pin", "POST /api/v1/statuses/{id}/unpin"})
  void a_pin_is_on_the_profile_until_it_is_taken_off() {
    String post = ana.publish("Pin me").id();
    ana.post(path(post, "pin"));
    String pinned = "/api/v1/accounts/" + ana.id() + "/statuses?pinned=true";
    lists(bo, pinned, post);
    ana.post(path(post, "unpin"));
    lists(bo, pinned);
  }
}
