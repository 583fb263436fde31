package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Answer;
import isegoria.tests.client.App;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JourneyIT {
  private final Shared system = Shared.system();

  @Test
  void ana_signs_up_follows_bo_and_reads_what_bo_posts_at_home() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    assertThat(ana.follow(bo).json().path("following").asBoolean()).isTrue();
    Answer post = bo.publish("Hello");
    assertThat(post.text("content")).isEqualTo("<p>Hello</p>");
    assertHome(ana, post.id());
    assertHome(bo, post.id());
  }

  @Test
  void a_follow_shows_what_was_posted_before_it_and_an_unfollow_takes_it_away() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Answer post = bo.publish("Before anybody listened");
    assertHome(ana);
    ana.follow(bo);
    assertHome(ana, post.id());
    ana.unfollow(bo);
    assertHome(ana);
  }

  @Test
  void an_edit_is_seen_at_once_and_a_deleted_post_is_gone_everywhere() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    ana.follow(bo);
    Answer post = bo.publish("First words");
    bo.edit(post.id(), "Second words");
    Eventually.equal(() -> ana.home().getFirst().path("content").asString(), "<p>Second words</p>");
    assertThat(bo.delete(post.id()).text("text")).isEqualTo("Second words");
    assertHome(ana);
    assertThat(status(Call.get("/api/v1/statuses/" + post.id()).as(ana.token()))).isEqualTo(404);
  }

  @Test
  void a_boost_brings_a_post_to_people_who_do_not_follow_its_author() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    ana.follow(bo);
    Answer post = cy.publish("Pass it on");
    Answer boost = bo.boost(post.id());
    assertThat(boost.json().path("reblog").path("id").asString()).isEqualTo(post.id());
    assertHome(ana, boost.id());
    bo.post("/api/v1/statuses/" + post.id() + "/unreblog");
    assertHome(ana);
  }

  @Test
  void a_block_ends_the_follow_and_is_seen_by_both_at_once() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    ana.follow(bo);
    bo.publish("Not for ana any more");
    bo.block(ana);
    assertHome(ana);
    assertThat(ana.tieTo(bo).path("following").asBoolean()).isFalse();
    assertThat(bo.tieTo(ana).path("blocking").asBoolean()).isTrue();
    assertThat(status(Call.post("/api/v1/accounts/" + bo.id() + "/follow").as(ana.token())))
        .isIn(403, 404);
  }

  @Test
  void a_home_is_paged_to_its_end_without_a_gap() {
    Person ana = system.signUp("ana");
    List<String> posts =
        java.util.stream.IntStream.range(0, 45)
            .mapToObj(number -> ana.publish("Number " + number).id())
            .toList();
    assertHome(ana, posts.reversed().toArray(String[]::new));
    Answer page = ana.get("/api/v1/timelines/home?limit=20&max_id=" + posts.get(10));
    assertThat(page.json()).hasSize(10);
    Answer after = ana.get("/api/v1/timelines/home?limit=5&min_id=" + posts.get(10));
    assertThat(after.json().path(0).path("id").asString()).isEqualTo(posts.get(15));
  }

  @Test
  void a_conversation_is_read_from_its_middle() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    String root = ana.publish("A question").id();
    String reply = system.api().ok(bo.publishing("An answer", "public", root)).id();
    String further = system.api().ok(ana.publishing("Thanks", "public", reply)).id();
    Answer context = bo.get("/api/v1/statuses/" + reply + "/context");
    assertThat(context.json().path("ancestors").path(0).path("id").asString()).isEqualTo(root);
    assertThat(context.json().path("descendants").path(0).path("id").asString()).isEqualTo(further);
  }

  @Test
  void a_locked_account_is_followed_when_it_says_yes() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    system
        .api()
        .ok(
            Call.of("PATCH", "/api/v1/accounts/update_credentials")
                .as(bo.token())
                .json(Map.of("locked", true)));
    assertThat(ana.follow(bo).json().path("requested").asBoolean()).isTrue();
    bo.publish("For followers");
    assertHome(ana);
    bo.post("/api/v1/follow_requests/" + ana.id() + "/authorize");
    assertThat(ana.tieTo(bo).path("following").asBoolean()).isTrue();
    Eventually.equal(() -> ana.homeIds().size(), 1);
  }

  @Test
  void a_password_gets_a_token_and_a_revoked_token_gets_nothing() throws IOException {
    App app = system.app();
    Person ana = system.signUp("ana");
    String email = ana.name() + "@example.org";
    Answer token = app.logIn(email, App.passwordOf(ana.name()), "read write").expect(200);
    Person again = Person.of(system.api(), token.text("access_token"));
    assertThat(again.id()).isEqualTo(ana.id());
    assertThat(app.logIn(email, "wrong", "read").status()).isIn(400, 401);
    system
        .api()
        .ok(
            Call.post("/oauth/revoke")
                .form(
                    Map.of(
                        "client_id", app.clientId(),
                        "client_secret", app.clientSecret(),
                        "token", again.token())));
    Call asking = Call.get("/api/v1/accounts/verify_credentials").as(again.token());
    // The gateway forgets a token when it reads that it was revoked, a moment after the answer.
    Eventually.equal(() -> status(asking), 401);
    Answer refused = system.api().send(asking);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text("error")).isEqualTo("The access token is invalid");
  }

  private static void assertHome(Person reader, String... posts) {
    Eventually.equal(reader::homeIds, List.of(posts));
  }

  private int status(Call call) {
    try {
      return system.api().send(call).status();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
