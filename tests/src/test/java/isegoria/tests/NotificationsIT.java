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
import tools.jackson.databind.JsonNode;

/** What a person is notified of, one by one and in groups. */
final class NotificationsIT {
  private final Shared system = Shared.system();

  private static List<String> told(Answer notifications) {
    return StreamSupport.stream(notifications.json().spliterator(), false)
        .map(each ->
            each.path("type").asString() + " by " + each.path("account").path("id").asString())
        .toList();
  }

  private static String by(String type, Person person) {
    return type + " by " + person.id();
  }

  /** What they are told in the end, newest first. */
  private static void assertTold(Person person, String... expected) {
    Eventually.equal(() -> told(person.get("/api/v1/notifications")), List.of(expected));
  }

  private static int unread(Person person, String version) {
    return person
        .get("/api/" + version + "/notifications/unread_count")
        .json()
        .path("count")
        .asInt();
  }

  private static JsonNode groups(Person person) {
    return person.get("/api/v2/notifications").json().path("notification_groups");
  }

  private int status(Call call) {
    try {
      return system.api().send(call).status();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_others_do_is_told_and_what_is_undone_is_not() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    String post = ana.publish("A morning").id();
    bo.favourite(post);
    assertTold(ana, by("favourite", bo));
    bo.boost(post);
    assertTold(ana, by("reblog", bo), by("favourite", bo));
    bo.follow(ana);
    assertTold(ana, by("follow", bo), by("reblog", bo), by("favourite", bo));
    bo.publish("Hello @" + ana.name());
    assertTold(ana, by("mention", bo), by("follow", bo), by("reblog", bo), by("favourite", bo));
    assertThat(unread(ana, "v1")).isEqualTo(4);

    bo.post("/api/v1/statuses/" + post + "/unfavourite");
    assertTold(ana, by("mention", bo), by("follow", bo), by("reblog", bo));
    bo.post("/api/v1/statuses/" + post + "/unreblog");
    bo.unfollow(ana);
    assertTold(ana, by("mention", bo));
    bo.favourite(post);
    assertTold(ana, by("favourite", bo), by("mention", bo));
    ana.delete(post);
    assertTold(ana, by("mention", bo));
    assertThat(unread(ana, "v1")).isEqualTo(1);
    assertThat(unread(ana, "v2")).isEqualTo(1);
    String newest = ana.get("/api/v1/notifications").json().path(0).path("id").asString();
    ana.post("/api/v1/markers", Map.of("notifications", Map.of("last_read_id", newest)));
    Eventually.equal(() -> unread(ana, "v1") + unread(ana, "v2"), 0);
    // What she did herself is told to no account, and bo was never concerned.
    assertThat(told(bo.get("/api/v1/notifications"))).isEmpty();
  }

  @Test
  void an_edit_tells_those_whom_it_mentions_first() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    String post = cy.publish("Hello @" + ana.name()).id();
    assertTold(ana, by("mention", cy));
    cy.edit(post, "Hello @" + ana.name() + " and @" + bo.name());
    assertTold(bo, by("mention", cy));
    assertTold(ana, by("mention", cy));
    JsonNode mention = ana.get("/api/v1/notifications").json().path(0);
    assertThat(mention.path("status").path("id").asString()).isEqualTo(post);
    assertThat(mention.path("group_key").asString())
        .isEqualTo("ungrouped-" + mention.path("id").asString());
  }

  @Test
  void a_block_and_a_mute_hide_and_their_end_shows_again() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    String post = ana.publish("For all").id();
    bo.favourite(post);
    assertTold(ana, by("favourite", bo));
    cy.favourite(post);
    assertTold(ana, by("favourite", cy), by("favourite", bo));
    ana.block(bo);
    assertTold(ana, by("favourite", cy));
    assertThat(groups(ana).path(0).path("notifications_count").asInt()).isEqualTo(1);
    assertThat(unread(ana, "v1")).isEqualTo(1);
    ana.post("/api/v1/accounts/" + cy.id() + "/mute", Map.of("notifications", true));
    assertTold(ana);
    assertThat(unread(ana, "v2")).isZero();
    ana.unblock(bo);
    ana.post("/api/v1/accounts/" + cy.id() + "/mute", Map.of("notifications", false));
    assertTold(ana, by("favourite", cy), by("favourite", bo));
    assertThat(groups(ana).path(0).path("notifications_count").asInt()).isEqualTo(2);
  }

  @Test
  void a_locked_account_is_told_of_requests_until_they_are_answered() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    system
        .api()
        .ok(
            Call.of("PATCH", "/api/v1/accounts/update_credentials")
                .as(ana.token())
                .json(Map.of("locked", true)));
    bo.follow(ana);
    assertTold(ana, by("follow_request", bo));
    cy.follow(ana);
    assertTold(ana, by("follow_request", cy), by("follow_request", bo));
    ana.post("/api/v1/follow_requests/" + bo.id() + "/authorize");
    cy.unfollow(ana);
    assertTold(ana, by("follow", bo));
  }

  @Test
  void groups_have_counts_samples_and_their_post() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    String post = ana.publish("Liked by many").id();
    bo.favourite(post);
    assertTold(ana, by("favourite", bo));
    cy.favourite(post);
    cy.publish("Indeed @" + ana.name());
    Eventually.equal(() -> unread(ana, "v1"), 3);
    assertThat(unread(ana, "v2")).isEqualTo(2);
    JsonNode page = ana.get("/api/v2/notifications").json();
    JsonNode likes = group(page, "favourite");
    assertThat(likes.path("notifications_count").asInt()).isEqualTo(2);
    assertThat(likes.path("sample_account_ids").path(0).asString()).isEqualTo(cy.id());
    assertThat(likes.path("sample_account_ids").path(1).asString()).isEqualTo(bo.id());
    assertThat(likes.path("status_id").asString()).isEqualTo(post);
    assertThat(page.path("accounts")).hasSize(2);
    assertThat(page.path("statuses")).hasSize(2);

    String key = likes.path("group_key").asString();
    JsonNode one = ana.get("/api/v2/notifications/" + key).json();
    assertThat(one.path("notification_groups")).hasSize(1);
    assertThat(ana.get("/api/v2/notifications/" + key + "/accounts").json()).hasSize(2);
    JsonNode apart = ana.get("/api/v2/notifications?grouped_types[]=follow").json();
    assertThat(apart.path("notification_groups")).hasSize(3);
    JsonNode only = ana.get("/api/v2/notifications?types[]=mention").json();
    assertThat(only.path("notification_groups")).hasSize(1);

    ana.post("/api/v2/notifications/" + key + "/dismiss");
    assertTold(ana, by("mention", cy));
    assertThat(groups(ana)).hasSize(1);
    Call gone = Call.get("/api/v2/notifications/" + key).as(ana.token());
    assertThat(status(gone)).isEqualTo(404);
  }

  private static JsonNode group(JsonNode page, String type) {
    return StreamSupport.stream(page.path("notification_groups").spliterator(), false)
        .filter(group -> group.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void strangers_in_private_wait_until_the_recipient_decides() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    for (Person each : List.of(bo, cy)) {
      system.api().ok(each.publishing("Psst @" + ana.name(), "direct", null));
    }
    String policy = "/api/v2/notifications/policy";
    Eventually.equal(() -> ana.get(policy).json().at("/summary/pending_requests_count").asInt(), 2);
    assertTold(ana);
    assertThat(unread(ana, "v1") + unread(ana, "v2")).isZero();
    assertThat(told(ana.get("/api/v1/notifications?include_filtered=true")))
        .containsExactlyInAnyOrder(by("mention", bo), by("mention", cy));

    String requests = "/api/v1/notifications/requests";
    ana.post(requests + "/" + bo.id() + "/accept");
    assertTold(ana, by("mention", bo));
    ana.post(requests + "/" + cy.id() + "/dismiss");
    assertThat(ana.get(requests).json()).isEmpty();
    assertThat(status(Call.get(requests + "/" + cy.id()).as(ana.token()))).isEqualTo(404);

    Call change =
        Call.of("PATCH", policy).as(ana.token()).json(Map.of("for_not_following", "drop"));
    assertThat(system.api().ok(change).text("for_not_following")).isEqualTo("drop");
    cy.publish("Hello @" + ana.name());
    bo.publish("Hello again @" + ana.name());
    assertTold(ana, by("mention", bo), by("mention", bo));
    Call wrong = Call.of("PUT", policy).as(ana.token()).json(Map.of("for_new_accounts", "maybe"));
    assertThat(status(wrong)).isEqualTo(400);
  }

  @Test
  void one_is_dismissed_all_are_cleared_and_pages_lead_on() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    for (int number = 0; number < 3; number++) {
      bo.publish("Number " + number + " @" + ana.name());
    }
    Eventually.equal(() -> unread(ana, "v1"), 3);
    Answer first = ana.get("/api/v1/notifications?limit=2");
    assertThat(told(first)).hasSize(2);
    assertThat(told(ana.get(first.next().orElseThrow()))).hasSize(1);
    String newest = first.json().path(0).path("id").asString();
    assertThat(told(ana.get("/api/v1/notifications?since_id=" + newest))).isEmpty();
    assertThat(ana.get("/api/v1/notifications/" + newest).id()).isEqualTo(newest);

    ana.post("/api/v1/notifications/" + newest + "/dismiss");
    assertTold(ana, by("mention", bo), by("mention", bo));
    Call gone = Call.get("/api/v1/notifications/" + newest).as(ana.token());
    assertThat(status(gone)).isEqualTo(404);
    Call others = Call.post("/api/v1/notifications/" + newest + "/dismiss").as(bo.token());
    assertThat(status(others)).isEqualTo(404);
    ana.post("/api/v1/notifications/clear");
    assertTold(ana);
    assertThat(groups(ana)).isEmpty();
    bo.publish("Once more @" + ana.name());
    assertTold(ana, by("mention", bo));
  }
}
