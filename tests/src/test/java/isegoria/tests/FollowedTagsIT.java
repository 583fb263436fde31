package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Tags that a person follows, as clients list, follow and unfollow them. */
final class FollowedTagsIT {
  private final Shared system = Shared.system();

  @Test
  void a_tag_is_followed_listed_and_followed_no_more() {
    Person ana = system.signUp("ana");
    assertThat(ana.get("/api/v1/tags/Cats").json().path("following").asBoolean()).isFalse();

    Answer followed = ana.post("/api/v1/tags/Cats/follow");
    assertThat(followed.text("name")).isEqualTo("cats");
    assertThat(followed.text("url")).endsWith("/tags/cats");
    assertThat(followed.json().path("following").asBoolean()).isTrue();
    assertThat(followed.json().path("history").isArray()).isTrue();
    String again = ana.post("/api/v1/tags/CATS/follow").id();
    assertThat(again).isEqualTo(followed.id());
    assertThat(names(ana.get("/api/v1/followed_tags"))).containsExactly("cats");
    assertThat(ana.get("/api/v1/tags/cats").json().path("following").asBoolean()).isTrue();

    Answer unfollowed = ana.post("/api/v1/tags/cats/unfollow");
    assertThat(unfollowed.json().path("following").asBoolean()).isFalse();
    assertThat(names(ana.get("/api/v1/followed_tags"))).isEmpty();
  }

  @Test
  void the_list_is_paged_by_the_link_header_newest_first() {
    Person ana = system.signUp("ana");
    for (String tag : List.of("one", "two", "three")) {
      ana.post("/api/v1/tags/" + tag + "/follow");
    }
    Answer first = ana.get("/api/v1/followed_tags?limit=2");
    assertThat(names(first)).containsExactly("three", "two");
    Optional<String> next = first.next();
    assertThat(next).isPresent();
    assertThat(names(ana.get(next.orElseThrow()))).containsExactly("one");
  }

  @Test
  void a_tag_is_shown_to_everyone_and_what_cannot_be_one_is_not_found() throws IOException {
    Person ana = system.signUp("ana");
    Answer shown = ana.api().ok(Call.get("/api/v1/tags/cats"));
    assertThat(shown.json().has("following")).isFalse();
    for (String bad : List.of("12345", "a%20b", "%20", "x".repeat(101), "a%2Db")) {
      Call follow = Call.post("/api/v1/tags/" + bad + "/follow").as(ana.token());
      assertThat(ana.api().send(follow).status()).as(bad).isEqualTo(404);
    }
  }

  private static List<String> names(Answer tags) {
    return StreamSupport.stream(tags.json().spliterator(), false)
        .map(tag -> tag.path("name").asString())
        .toList();
  }
}
