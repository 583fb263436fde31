package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Api;
import isegoria.tests.client.Person;
import isegoria.tests.world.ParallelTasks;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One account whom fifty people follow, favourite, boost and answer, many at once. */
final class FanInIT {
  private static final int CROWD = 50;
  private static final int AT_ONCE = 10;

  /** A list of the whole crowd takes several pages. */
  private static final int PAGE = 20;

  private final Shared system = Shared.system();

  @Test
  void what_a_crowd_does_is_counted_and_listed_once() {
    Person star = system.signUp("star");
    String post = star.publish("Everybody likes this").id();
    Set<String> fans = ConcurrentHashMap.newKeySet();
    ParallelTasks.run(CROWD, AT_ONCE, _ -> fans.add(admire(star, post)));

    String account = "/api/v1/accounts/" + star.id();
    String status = "/api/v1/statuses/" + post;
    assertThat(fans).hasSize(CROWD);
    for (String list :
        List.of(account + "/followers", status + "/favourited_by", status + "/reblogged_by")) {
      Eventually.equal(() -> Set.copyOf(ids(star, list)), fans);
      assertThat(ids(star, list)).as(list).doesNotHaveDuplicates();
    }
    JsonNode replies = star.get(status + "/context").json().path("descendants");
    assertThat(replies.values())
        .extracting(each -> each.at("/account/id").asString())
        .containsExactlyInAnyOrderElementsOf(fans);
    for (String type : List.of("favourite", "reblog", "follow", "mention")) {
      assertTold(star, type, fans);
    }
    assertCount(star, account, "followers_count");
    assertCount(star, status, "favourites_count");
    assertCount(star, status, "reblogs_count");
    assertCount(star, status, "replies_count");
  }

  /** Each fan once in the list; and, but for mentions, one group that counts them all. */
  private void assertTold(Person star, String type, Set<String> fans) {
    String list = "/api/v1/notifications?types[]=" + type + "&limit=" + PAGE;
    Eventually.equal(() -> Set.copyOf(senders(star, list)), fans);
    assertThat(senders(star, list)).as(type).doesNotHaveDuplicates();
    JsonNode groups =
        star.get("/api/v2/notifications?limit=80&types[]=" + type)
            .json()
            .path("notification_groups");
    if (type.equals("mention")) {
      assertThat(groups).hasSize(CROWD);
    } else {
      assertThat(groups).hasSize(1);
      assertThat(groups.path(0).path("notifications_count").asInt()).isEqualTo(CROWD);
    }
  }

  private List<String> senders(Person reader, String list) {
    return system.api().toTheEnd(list, reader.token(), Api.PATIENCE).stream()
        .map(each -> each.at("/account/id").asString())
        .toList();
  }

  private String admire(Person star, String post) {
    Person fan = system.signUp("fan");
    fan.follow(star);
    fan.favourite(post);
    fan.boost(post);
    system.api().ok(fan.publishing("So do I, @" + star.name(), "public", post));
    return fan.id();
  }

  private List<String> ids(Person reader, String list) {
    return system.api().toTheEnd(list + "?limit=" + PAGE, reader.token(), Api.PATIENCE).stream()
        .map(each -> each.path("id").asString())
        .toList();
  }

  private static void assertCount(Person reader, String path, String count) {
    Eventually.equal(() -> reader.get(path).json().path(count).asInt(), CROWD);
  }
}
