package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.effect.Effects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people do about each other and themselves, as others and their other devices see it. */
final class AccountEffectsIT {
  private final Shared system = Shared.system();
  private final Api api = system.api();
  private final Person ana = system.signUp("ana");
  private final Person bo = system.signUp("bo");

  private static String path(Person person, String verb) {
    return "/api/v1/accounts/" + person.id() + "/" + verb;
  }

  private static void lists(Person reader, String path, String... ids) {
    Eventually.equal(() -> reader.get(path).ids(), List.of(ids));
  }

  @Test
  @Effects({
    "POST /api/v1/accounts/{id}/follow",
    "POST /api/v1/accounts/{id}/unfollow",
    "POST /api/v1/accounts/{id}/remove_from_followers",
    "GET /api/v1/accounts/{id}/followers",
    "GET /api/v1/accounts/{id}/following",
    "GET /api/v1/accounts/relationships",
    "GET /api/v1/accounts/familiar_followers"
  })
  void a_follow_is_seen_by_the_followed_until_one_of_them_ends_it() {
    ana.follow(bo);
    lists(bo, path(bo, "followers"), ana.id());
    lists(bo, path(ana, "following"), bo.id());
    ana.unfollow(bo);
    lists(bo, path(bo, "followers"));
    ana.follow(bo);
    Eventually.equal(() -> bo.tieTo(ana).path("followed_by").asBoolean(), true);
    Person cy = system.signUp("cy");
    cy.follow(ana);
    Eventually.equal(
        () ->
            cy.get("/api/v1/accounts/familiar_followers?id[]=" + bo.id())
                .json()
                .at("/0/accounts/0/id")
                .asString(""),
        ana.id());
    bo.post(path(ana, "remove_from_followers"));
    Eventually.equal(() -> ana.tieTo(bo).path("following").asBoolean(), false);
  }

  @Test
  @Effects({
    "POST /api/v1/accounts/{id}/block",
    "POST /api/v1/accounts/{id}/unblock",
    "POST /api/v1/accounts/{id}/mute",
    "POST /api/v1/accounts/{id}/unmute",
    "GET /api/v1/blocks",
    "GET /api/v1/mutes"
  })
  void blocks_and_mutes_are_listed_on_every_device() {
    Person again = system.again(ana);
    ana.block(bo);
    lists(again, "/api/v1/blocks", bo.id());
    ana.unblock(bo);
    lists(again, "/api/v1/blocks");
    ana.post(path(bo, "mute"));
    lists(again, "/api/v1/mutes", bo.id());
    ana.post(path(bo, "unmute"));
    lists(again, "/api/v1/mutes");
  }

  @Test
  @Effects({
    "PATCH /api/v1/accounts/update_credentials",
    "PATCH /api/v1/profile",
    "GET /api/v1/profile",
    "GET /api/v1/preferences",
    "GET /api/v1/accounts/{id}",
    "GET /api/v1/accounts",
    "GET /api/v1/accounts/search",
    "GET /api/v2/search"
  })
  void a_profile_is_found_and_shown_as_it_was_changed() {
    String word = Shared.freshName("zebra");
    ana.patch("/api/v1/accounts/update_credentials", Map.of("display_name", word + " of Ana"));
    Eventually.equal(() -> nameOfAna(), word + " of Ana");
    ana.patch(
        "/api/v1/accounts/update_credentials", Map.of("source", Map.of("privacy", "unlisted")));
    Person again = system.again(ana);
    Eventually.equal(
        () -> again.get("/api/v1/preferences").json().path("posting:default:visibility").asString(),
        "unlisted");
    ana.patch("/api/v1/profile", Map.of("display_name", word + " again"));
    Eventually.equal(() -> nameOfAna(), word + " again");
    assertThat(again.get("/api/v1/profile").text("display_name")).isEqualTo(word + " again");
    lists(bo, "/api/v1/accounts?id[]=" + ana.id(), ana.id());
    lists(bo, "/api/v1/accounts/search?q=" + word, ana.id());
    Eventually.equal(
        () -> bo.get("/api/v2/search?q=" + word).json().at("/accounts/0/id").asString(""),
        ana.id());
  }

  private String nameOfAna() {
    return bo.get("/api/v1/accounts/" + ana.id()).text("display_name");
  }

  @Test
  @Effects({
    "GET /api/v1/follow_requests",
    "POST /api/v1/follow_requests/{account_id}/authorize",
    "POST /api/v1/follow_requests/{account_id}/reject"
  })
  void a_request_is_answered_and_the_asker_sees_it() {
    bo.patch("/api/v1/accounts/update_credentials", Map.of("locked", true));
    Person cy = system.signUp("cy");
    ana.follow(bo);
    lists(bo, "/api/v1/follow_requests", ana.id());
    bo.post("/api/v1/follow_requests/" + ana.id() + "/authorize");
    Eventually.equal(() -> ana.tieTo(bo).path("following").asBoolean(), true);
    cy.follow(bo);
    lists(bo, "/api/v1/follow_requests", cy.id());
    bo.post("/api/v1/follow_requests/" + cy.id() + "/reject");
    Eventually.equal(() -> cy.tieTo(bo).path("requested").asBoolean(), false);
  }

  @Test
  @Effects({
    "POST /api/v1/tags/{name}/follow",
    "POST /api/v1/tags/{name}/unfollow",
    "GET /api/v1/tags/{name}",
    "GET /api/v1/followed_tags"
  })
  void a_followed_tag_is_listed_on_every_device() {
    Person again = system.again(ana);
    ana.post("/api/v1/tags/Cats/follow");
    Eventually.equal(
        () -> again.get("/api/v1/followed_tags").json().at("/0/name").asString(""), "cats");
    ana.post("/api/v1/tags/cats/unfollow");
    Eventually.equal(
        () -> again.get("/api/v1/tags/cats").json().path("following").asBoolean(), false);
    assertThat(api.ok(Call.get("/api/v1/tags/cats")).text("name")).isEqualTo("cats");
  }
}
