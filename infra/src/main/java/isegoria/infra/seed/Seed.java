package isegoria.infra.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A handful of people who know each other. Planting it twice changes nothing: what was done is
 * written down beside the data, tokens included, and the rest goes on from there.
 */
public final class Seed {
  /** Of everybody in the seed, in development systems only. */
  public static final String PASSWORD = "isegoria-dev";

  private static final JsonMapper JSON = new JsonMapper();

  private static final List<Person> PEOPLE =
      List.of(
          new Person("ana", "Ana Katz", "Keeps bees. Talks about bees."),
          new Person("bo", "Bo Lindqvist", "Bicycles, bread, and the sea."),
          new Person("cy", "Cy Okafor", "Reads the minutes so that you need not."),
          new Person("dia", "Dia Fernandes", "Teaches maths, draws maps."),
          new Person("eno", "Eno Takala", "Radio amateur. Listens first."),
          new Person("fay", "Fay Moreau", ""));

  private static final List<Act> POSTS =
      List.of(
          new Act("ana", "Hello, assembly! The first swarm of the year is in the pear tree."),
          new Act("bo", "@ana may I come and look? I bring bread."),
          new Act("cy", "Minutes of last night's council: page 14 is the one to read. #council"),
          new Act("dia", "Drew the river as it was in 1780. The town moved, not the river. #maps"),
          new Act("ana", "@bo come on Sunday, early, before it gets warm. #bees"),
          new Act("eno", "Heard a station from Tasmania at four this morning. #radio"),
          new Act("fay", "CHEAP WATCHES best price click now https://watches.example/buy"),
          new Act("bo", "Forty kilometres against the wind, and none of it back. #cycling"),
          new Act("cy", "A right that no one uses is a rumour. Come to the meeting. #council"));

  private final ClientApi api;
  private final Path file;
  private final ObjectNode done;

  private record Person(String name, String shown, String note) {
    String email() {
      return name + "@dev.example";
    }
  }

  private record Act(String by, String text) {}

  /** What was done is remembered in {@code file}. */
  public Seed(URI origin, Path file) {
    this.api = new ClientApi(origin);
    this.file = file;
    this.done =
        Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
  }

  /** For readers of the launcher's last lines. */
  public static String logIns() {
    return "ana, bo, cy and the moderator mo (addresses %s and so on), password %s"
        .formatted(PEOPLE.getFirst().email(), PASSWORD);
  }

  /** Does what is not done yet. */
  public void plant(Consumer<String> progress) {
    if (done.has("planted")) {
      return;
    }
    signUp();
    follow();
    publish();
    respond();
    once("planted", "true");
    progress.accept("%-14s %d people, %d posts".formatted("seed", PEOPLE.size(), POSTS.size()));
  }

  /** Sign-up makes no moderators: the operator's route of account-service makes one. */
  public void plantModerator(URI accountService, String internalSecret) {
    if (!done.has("moderator")) {
      new ClientApi(accountService, Map.of("X-Isegoria-Internal", internalSecret))
          .post(
              "/internal/operator/accounts",
              "",
              "seed-moderator",
              Map.of(
                  "username", "mo",
                  "email", "mo@dev.example",
                  "password", PASSWORD,
                  "role", "moderator",
                  "confirmed", true));
      once("moderator", "done");
    }
  }

  /** A person's access token; planted before. */
  public String token(String name) {
    return remembered("token-" + name);
  }

  /** A person's account id; planted before. */
  public String id(String name) {
    return remembered("id-" + name);
  }

  private void signUp() {
    for (Person person : PEOPLE) {
      if (!done.has("token-" + person.name())) {
        JsonNode token =
            api.post(
                "/api/v1/accounts",
                appToken(),
                "seed-sign-up-" + person.name(),
                Map.of(
                    "username",
                    person.name(),
                    "email",
                    person.email(),
                    "password",
                    PASSWORD,
                    "agreement",
                    true,
                    "locale",
                    "en"));
        once("token-" + person.name(), token.path("access_token").asString());
      }
      if (!done.has("id-" + person.name())) {
        JsonNode account =
            api.patch(
                "/api/v1/accounts/update_credentials",
                token(person.name()),
                Map.of("display_name", person.shown(), "note", person.note()));
        once("id-" + person.name(), account.path("id").asString());
      }
    }
  }

  /** Everybody follows the next two and ana; ana follows everybody. */
  private void follow() {
    for (int i = 0; i < PEOPLE.size(); i++) {
      for (int j = 0; j < PEOPLE.size(); j++) {
        int ahead = Math.floorMod(j - i, PEOPLE.size());
        boolean follows = i != j && (ahead <= 2 || i == 0 || j == 0);
        if (follows) {
          String follower = PEOPLE.get(i).name();
          String followed = PEOPLE.get(j).name();
          act(follower, "/api/v1/accounts/" + id(followed) + "/follow", Map.of());
        }
      }
    }
  }

  private void publish() {
    for (int i = 0; i < POSTS.size(); i++) {
      if (!done.has("post-" + i)) {
        Act post = POSTS.get(i);
        var body = new LinkedHashMap<String, Object>();
        body.put("status", post.text());
        body.put("visibility", "public");
        body.put("language", "en");
        replyTo(i).ifPresent(id -> body.put("in_reply_to_id", id));
        JsonNode published = api.post("/api/v1/statuses", token(post.by()), "seed-post-" + i, body);
        once("post-" + i, published.path("id").asString());
      }
    }
  }

  private Optional<String> replyTo(int post) {
    return switch (post) {
      case 1 -> Optional.of(remembered("post-0"));
      case 4 -> Optional.of(remembered("post-1"));
      default -> Optional.empty();
    };
  }

  private void respond() {
    act("bo", "/api/v1/statuses/" + remembered("post-0") + "/favourite", Map.of());
    act("dia", "/api/v1/statuses/" + remembered("post-0") + "/favourite", Map.of());
    act("ana", "/api/v1/statuses/" + remembered("post-3") + "/reblog", Map.of());
    act("cy", "/api/v1/statuses/" + remembered("post-3") + "/bookmark", Map.of());
    act(
        "eno",
        "/api/v1/reports",
        Map.of(
            "account_id",
            id("fay"),
            "status_ids",
            List.of(remembered("post-6")),
            "comment",
            "The same advertisement every day.",
            "category",
            "spam"));
  }

  private void act(String by, String path, Map<String, ?> body) {
    String key = "seed-" + by + path.replace('/', '-');
    if (!done.has(key)) {
      api.post(path, token(by), key, body);
      once(key, "done");
    }
  }

  private String appToken() {
    if (!done.has("app-token")) {
      JsonNode app =
          api.post(
              "/api/v1/apps",
              "",
              "seed-app",
              Map.of(
                  "client_name", "seed",
                  "redirect_uris", "urn:ietf:wg:oauth:2.0:oob",
                  "scopes", "read write follow"));
      JsonNode token =
          api.post(
              "/oauth/token",
              "",
              "seed-app-token",
              Map.of(
                  "grant_type", "client_credentials",
                  "client_id", app.path("client_id").asString(),
                  "client_secret", app.path("client_secret").asString(),
                  "redirect_uri", "urn:ietf:wg:oauth:2.0:oob",
                  "scope", "read write follow"));
      once("app-token", token.path("access_token").asString());
    }
    return remembered("app-token");
  }

  private String remembered(String key) {
    JsonNode value = done.path(key);
    if (!value.isString()) {
      throw new IllegalStateException(key + ": absent from " + file + " (expected: planted)");
    }
    return value.stringValue();
  }

  private void once(String key, String value) {
    done.put(key, value);
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, JSON.writeValueAsString(done));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
