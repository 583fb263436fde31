package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Call;
import isegoria.tests.client.LiveStream;
import isegoria.tests.client.Person;
import isegoria.tests.effect.Effects;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts as they come to open streams through the gateway, whichever instances are in between. */
final class LiveStreamsIT {
  private static final JsonMapper JSON = new JsonMapper();

  private final Shared system = Shared.system();

  /** {@code [stream] event}, and the id of what the payload is. */
  private static String told(LiveStream stream) {
    JsonNode frame = JSON.readTree(stream.next());
    String payload = frame.path("payload").asString();
    String id = payload.startsWith("{") ? JSON.readTree(payload).path("id").asString() : payload;
    return frame.path("stream") + " " + frame.path("event").asString() + " " + id;
  }

  @Test
  void a_post_its_edit_and_its_deletion_come_to_a_follower_whose_pages_show_the_same() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    ana.follow(bo);
    try (LiveStream home = LiveStream.byProtocol(ana, "?stream=user")) {
      assertThat(home.protocol()).isEqualTo(ana.token());
      String post = bo.publish("Hello").id();
      assertThat(told(home)).isEqualTo("[\"user\"] update " + post);
      assertThat(ana.homeIds()).contains(post);
      bo.edit(post, "Hello again");
      assertThat(told(home)).isEqualTo("[\"user\"] status.update " + post);
      assertThat(ana.home().getFirst().path("content").asString()).contains("again");
      bo.delete(post);
      assertThat(told(home)).isEqualTo("[\"user\"] delete " + post);
      assertThat(ana.homeIds()).doesNotContain(post);
    }
  }

  @Test
  void one_socket_hears_many_streams_and_another_user_hears_its_own() {
    Person cy = system.signUp("cy");
    Person dee = system.signUp("dee");
    String tag = Shared.freshName("Tag");
    try (LiveStream one = LiveStream.byProtocol(cy, "");
        LiveStream other = LiveStream.byProtocol(dee, "?stream=user");
        LiveStream query = LiveStream.byQuery(dee, "?stream=hashtag&tag=" + tag);
        LiveStream events = LiveStream.ofEvents(dee, "/hashtag?tag=" + tag)) {
      assertThat(one.protocol()).isEqualTo(cy.token());
      assertThat(other.protocol()).isEqualTo(dee.token());
      assertThat(events.next()).isEqualTo(":)");
      one.say("{\"type\":\"subscribe\",\"stream\":\"nothing\"}");
      assertThat(one.next()).isEqualTo("{\"error\":\"Unknown stream type\",\"status\":400}");
      one.say("{\"type\":\"subscribe\",\"stream\":\"hashtag\",\"tag\":\"" + tag + "\"}");
      one.say("{\"type\":\"subscribe\",\"stream\":\"public:remote\"}");
      one.say("{\"type\":\"subscribe\",\"stream\":\"user\"}");
      one.say("{\"type\":\"subscribe\",\"stream\":\"nothing\"}");
      assertThat(one.next()).isEqualTo("{\"error\":\"Unknown stream type\",\"status\":400}");
      String post = cy.publish("Look, #" + tag).id();
      String tagged = "[\"hashtag\",\"" + tag + "\"] update " + post;
      assertThat(new String[] {told(one), told(one)})
          .containsExactlyInAnyOrder("[\"user\"] update " + post, tagged);
      assertThat(told(query)).isEqualTo(tagged);
      assertThat(events.next()).isEqualTo("event: update");
      String data = events.next();
      assertThat(data).startsWith("data: {");
      assertThat(JSON.readTree(data.substring("data: ".length())).path("id").asString())
          .isEqualTo(post);
      String own = dee.publish("Mine").id();
      assertThat(told(other)).isEqualTo("[\"user\"] update " + own);
    }
  }

  @Test
  void a_block_ends_it_from_the_next_post_on() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    ana.follow(bo);
    try (LiveStream home = LiveStream.byProtocol(ana, "?stream=user")) {
      String seen = bo.publish("Before").id();
      assertThat(told(home)).isEqualTo("[\"user\"] update " + seen);
      ana.block(bo);
      assertThat(ana.homeIds()).isEmpty();
      bo.publish("After");
      String own = ana.publish("Mine").id();
      assertThat(told(home)).isEqualTo("[\"user\"] update " + own);
    }
  }

  @Test
  void a_notification_comes_once_a_list_shows_it_and_never_from_one_who_is_blocked() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    String post = ana.publish("Look").id();
    ana.block(cy);
    try (LiveStream home = LiveStream.byProtocol(ana, "?stream=user");
        LiveStream alone = LiveStream.byProtocol(ana, "?stream=user:notification")) {
      cy.publish("Hello @" + ana.name());
      bo.favourite(post);
      String told = told(alone);
      String id = told.substring(told.lastIndexOf(' ') + 1);
      assertThat(told).isEqualTo("[\"user:notification\"] notification " + id);
      assertThat(told(home)).isEqualTo("[\"user\"] notification " + id);
      assertThat(ana.get("/api/v1/notifications").ids()).containsExactly(id);
    }
  }

  @Test
  @Effects({
    "GET /api/v1/streaming/health",
    "GET /api/v1/streaming",
    "GET /api/v1/streaming/user",
    "GET /api/v1/streaming/user/notification",
    "GET /api/v1/streaming/public",
    "GET /api/v1/streaming/public/local",
    "GET /api/v1/streaming/public/remote",
    "GET /api/v1/streaming/hashtag",
    "GET /api/v1/streaming/hashtag/local",
    "GET /api/v1/streaming/list",
    "GET /api/v1/streaming/direct"
  })
  void each_stream_tells_what_it_is_for() throws IOException {
    assertThat(system.api().raw(Call.get("/api/v1/streaming/health")).body()).isEqualTo("OK");
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    ana.follow(bo);
    String tag = Shared.freshName("Tag");
    String list = ana.post("/api/v1/lists", Map.of("title", "Friends")).id();
    ana.post("/api/v1/lists/" + list + "/accounts", Map.of("account_ids", List.of(bo.id())));
    List<String> paths =
        List.of(
            "/user",
            "/public",
            "/public/local",
            "/hashtag?tag=" + tag,
            "/hashtag/local?tag=" + tag,
            "/list?list=" + list);
    List<LiveStream> streams = paths.stream().map(path -> LiveStream.ofEvents(ana, path)).toList();
    try (LiveStream remote = LiveStream.ofEvents(ana, "/public/remote");
        LiveStream notifications = LiveStream.ofEvents(ana, "/user/notification");
        LiveStream direct = LiveStream.ofEvents(ana, "/direct");
        LiveStream socket = LiveStream.byProtocol(ana, "?stream=list&list=" + list)) {
      streams.forEach(stream -> assertThat(stream.next()).isEqualTo(":)"));
      assertThat(remote.next()).isEqualTo(":)");
      assertThat(notifications.next()).isEqualTo(":)");
      assertThat(direct.next()).isEqualTo(":)");
      String post = bo.publish("Look, @" + ana.name() + ", #" + tag).id();
      streams.forEach(stream -> hears(stream, post));
      String notified = idOf(notifications, "notification");
      assertThat(ana.get("/api/v1/notifications").ids()).containsExactly(notified);
      assertThat(told(socket)).isEqualTo("[\"list\",\"" + list + "\"] update " + post);
      system.api().ok(bo.publishing("Psst, @" + ana.name(), "direct", null));
      String conversation = idOf(direct, "conversation");
      assertThat(ana.get("/api/v1/conversations").ids()).containsExactly(conversation);
    } finally {
      streams.forEach(LiveStream::close);
    }
  }

  /** Other people may post meanwhile. */
  private static void hears(LiveStream stream, String post) {
    String told = idOf(stream, "update");
    while (!told.equals(post)) {
      told = idOf(stream, "update");
    }
  }

  /** The id of what the next event of that name carries. */
  private static String idOf(LiveStream stream, String event) {
    String line = stream.next();
    while (!line.equals("event: " + event)) {
      line = stream.next();
    }
    return JSON.readTree(stream.next().substring("data: ".length())).path("id").asString();
  }

  @Test
  void a_stream_ends_with_its_token() {
    Person ana = system.signUp("ana");
    try (LiveStream socket = LiveStream.byProtocol(ana, "?stream=user");
        LiveStream events = LiveStream.ofEvents(ana, "/user")) {
      assertThat(events.next()).isEqualTo(":)");
      ana.api()
          .ok(
              Call.post("/oauth/revoke")
                  .form(
                      Map.of(
                          "client_id", system.app().clientId(),
                          "client_secret", system.app().clientSecret(),
                          "token", ana.token())));
      assertThat(socket.next()).isEqualTo("closed 1000");
      assertThat(events.next()).isEqualTo("end");
    }
  }
}
