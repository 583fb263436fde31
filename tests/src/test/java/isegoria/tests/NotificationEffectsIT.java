package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Person;
import isegoria.tests.effect.Effects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Notifications and markers, as another device of the same person sees them. */
final class NotificationEffectsIT {
  private static final String NOTIFICATIONS = "/api/v1/notifications";
  private static final String GROUPS = "/api/v2/notifications";
  private static final String REQUESTS = "/api/v1/notifications/requests";

  private final Shared system = Shared.system();
  private final Person ana = system.signUp("ana");
  private final Person bo = system.signUp("bo");
  private final Person again = system.again(ana);

  private void unread(String of, int count) {
    Eventually.equal(() -> again.get(of + "/unread_count").json().path("count").asInt(), count);
  }

  private void greets(Person person) {
    person.publish("Hello @" + ana.name());
  }

  private String requestOf(Person person) {
    greets(person);
    Eventually.equal(() -> again.get(REQUESTS).ids().size(), 1);
    return again.get(REQUESTS).ids().getFirst();
  }

  private void noneIsPending() {
    Eventually.equal(() -> again.get(REQUESTS).ids(), List.of());
  }

  @Test
  @Effects({
    "GET /api/v1/notifications",
    "GET /api/v1/notifications/{id}",
    "GET /api/v1/notifications/unread_count",
    "POST /api/v1/notifications/{id}/dismiss",
    "POST /api/v1/notifications/clear",
    "GET /api/v2/notifications",
    "GET /api/v2/notifications/{group_key}",
    "GET /api/v2/notifications/{group_key}/accounts",
    "GET /api/v2/notifications/unread_count",
    "POST /api/v2/notifications/{group_key}/dismiss",
    "POST /api/v2/notifications/clear",
    "GET /api/v1/markers",
    "POST /api/v1/markers"
  })
  void what_one_device_has_read_or_dismissed_is_so_on_the_other() {
    bo.favourite(ana.publish("A morning").id());
    unread(NOTIFICATIONS, 1);
    greets(bo);
    unread(NOTIFICATIONS, 2);
    String greeting = again.get(NOTIFICATIONS).ids().getFirst();
    assertThat(again.get(NOTIFICATIONS + "/" + greeting).text("type")).isEqualTo("mention");
    ana.post(NOTIFICATIONS + "/" + greeting + "/dismiss");
    unread(GROUPS, 1);
    String key = again.get(GROUPS).json().at("/notification_groups/0/group_key").asString();
    assertThat(again.get(GROUPS + "/" + key).json().at("/notification_groups/0/type").asString())
        .isEqualTo("favourite");
    assertThat(again.get(GROUPS + "/" + key + "/accounts").ids()).containsExactly(bo.id());
    ana.post(GROUPS + "/" + key + "/dismiss");
    unread(GROUPS, 0);

    greets(bo);
    unread(NOTIFICATIONS, 1);
    String newest = again.get(NOTIFICATIONS).ids().getFirst();
    ana.post("/api/v1/markers", Map.of("notifications", Map.of("last_read_id", newest)));
    unread(NOTIFICATIONS, 0);
    assertThat(
            again
                .get("/api/v1/markers?timeline[]=notifications")
                .json()
                .at("/notifications/last_read_id")
                .asString())
        .isEqualTo(newest);
    ana.post(NOTIFICATIONS + "/clear");
    Eventually.equal(() -> again.get(NOTIFICATIONS).ids(), List.of());
    greets(bo);
    unread(NOTIFICATIONS, 1);
    ana.post(GROUPS + "/clear");
    unread(NOTIFICATIONS, 0);
  }

  @Test
  @Effects({
    "GET /api/v2/notifications/policy",
    "PATCH /api/v2/notifications/policy",
    "GET /api/v1/notifications/requests",
    "GET /api/v1/notifications/requests/{id}",
    "GET /api/v1/notifications/requests/merged",
    "POST /api/v1/notifications/requests/{id}/accept",
    "POST /api/v1/notifications/requests/{id}/dismiss",
    "POST /api/v1/notifications/requests/accept",
    "POST /api/v1/notifications/requests/dismiss"
  })
  void whose_notifications_wait_is_so_on_every_device() {
    ana.patch(GROUPS + "/policy", Map.of("for_not_following", "filter"));
    String request = requestOf(bo);
    assertThat(again.get(GROUPS + "/policy").text("for_not_following")).isEqualTo("filter");
    assertThat(again.get(REQUESTS + "/" + request).json().at("/account/id").asString())
        .isEqualTo(bo.id());
    ana.post(REQUESTS + "/" + request + "/dismiss");
    noneIsPending();
    ana.post(REQUESTS + "/" + requestOf(bo) + "/accept");
    noneIsPending();
    Eventually.equal(() -> again.get(NOTIFICATIONS).ids().size(), 1);
    assertThat(again.get(REQUESTS + "/merged").json().path("merged").asBoolean()).isTrue();

    Person cy = system.signUp("cy");
    ana.post(REQUESTS + "/dismiss", Map.of("id", List.of(requestOf(cy))));
    noneIsPending();
    ana.post(REQUESTS + "/accept", Map.of("id", List.of(requestOf(cy))));
    noneIsPending();
  }
}
