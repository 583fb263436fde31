package isegoria.tests.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A person with a token, and their acts. Every act that fails is an error. */
public record Person(Api api, String id, String name, String token) {
  public static Person of(Api api, String token) {
    Answer self = api.ok(Call.get("/api/v1/accounts/verify_credentials").as(token));
    return new Person(api, self.id(), self.text("username"), token);
  }

  public Answer get(String path) {
    return api.ok(Call.get(path).as(token));
  }

  public Answer post(String path) {
    return api.ok(Call.post(path).as(token));
  }

  public Answer post(String path, Map<String, ?> fields) {
    return api.ok(Call.post(path).as(token).json(fields));
  }

  public Answer patch(String path, Map<String, ?> fields) {
    return api.ok(Call.of("PATCH", path).as(token).json(fields));
  }

  public Answer follow(Person other) {
    return post("/api/v1/accounts/" + other.id() + "/follow");
  }

  public Answer unfollow(Person other) {
    return post("/api/v1/accounts/" + other.id() + "/unfollow");
  }

  public Answer block(Person other) {
    return post("/api/v1/accounts/" + other.id() + "/block");
  }

  public Answer unblock(Person other) {
    return post("/api/v1/accounts/" + other.id() + "/unblock");
  }

  /** This person's relationship with another one. */
  public JsonNode tieTo(Person other) {
    return get("/api/v1/accounts/relationships?id[]=" + other.id()).json().path(0);
  }

  public Answer publish(String text) {
    return api.ok(publishing(text, "public", null));
  }

  /** The call that publishes a post. */
  public Call publishing(String text, String visibility, @Nullable String inReplyTo) {
    var fields = new HashMap<String, Object>();
    fields.put("status", text);
    fields.put("visibility", visibility);
    if (inReplyTo != null) {
      fields.put("in_reply_to_id", inReplyTo);
    }
    return Call.post("/api/v1/statuses").as(token).json(fields);
  }

  public Answer edit(String post, String text) {
    return api.ok(
        Call.of("PUT", "/api/v1/statuses/" + post).as(token).json(Map.of("status", text)));
  }

  public Answer delete(String post) {
    return api.ok(Call.of("DELETE", "/api/v1/statuses/" + post).as(token));
  }

  public Answer boost(String post) {
    return post("/api/v1/statuses/" + post + "/reblog");
  }

  public Answer favourite(String post) {
    return post("/api/v1/statuses/" + post + "/favourite");
  }

  /** The whole home feed, newest first. */
  public List<JsonNode> home() {
    return api.toTheEnd("/api/v1/timelines/home?limit=40", token, Api.PATIENCE);
  }

  public List<String> homeIds() {
    return home().stream().map(post -> post.path("id").asString()).toList();
  }
}
