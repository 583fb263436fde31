package isegoria.tests.client;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param json the body, missing when it is no JSON
 */
public record Answer(Call call, int status, HttpHeaders headers, String body, JsonNode json) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

  /** An endpoint that clients know and this server does not offer; no failure. */
  public static final int NOT_BUILT = 501;

  static Answer of(Call call, int status, HttpHeaders headers, String body) {
    return new Answer(call, status, headers, body, parsed(body));
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  public boolean isOk() {
    return status == 200;
  }

  /** Whether the same call may succeed a moment later. */
  public boolean isTemporary() {
    return status == 503 || status == 429;
  }

  /** The answer itself; throws when its status is another one. */
  public Answer expect(int wanted) {
    if (status != wanted) {
      throw new UnexpectedAnswer(
          "%s: %d %s (expected: %d)".formatted(call, status, shown(), wanted));
    }
    return this;
  }

  public String text(String field) {
    return json.path(field).asString("");
  }

  public String id() {
    return text("id");
  }

  /** The ids of a list's entities, in its order. */
  public List<String> ids() {
    return json.values().stream().map(entity -> entity.path("id").asString("")).toList();
  }

  /** The path and query of the next page; empty at the end. */
  public Optional<String> next() {
    Matcher next = NEXT.matcher(headers.firstValue("Link").orElse(""));
    return next.find()
        ? Optional.of(next.group(1).replaceFirst("^https?://[^/]*", ""))
        : Optional.empty();
  }

  /** What is wrong with this answer whatever was asked; empty when nothing is. */
  public Optional<String> flaw() {
    String type = headers.firstValue("Content-Type").orElse("none");
    if (!type.startsWith("application/json")) {
      return Optional.of("content type " + type);
    }
    if (json.isMissingNode()) {
      return Optional.of("body is no JSON");
    }
    if (status >= 500 && status != 503 && status != NOT_BUILT) {
      return Optional.of("status " + status);
    }
    if (status == 503 && headers.firstValue("Retry-After").isEmpty()) {
      return Optional.of("503 without Retry-After");
    }
    if (status >= 400 && !json.path("error").isString()) {
      return Optional.of("an error without its text");
    }
    if (status >= 400 && (body.contains("\tat ") || body.contains("Exception"))) {
      return Optional.of("a stack trace");
    }
    return Optional.empty();
  }

  String shown() {
    return body.length() <= 300 ? body : body.substring(0, 300) + "…";
  }
}
