package isegoria.tests.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One request, as a value. */
public record Call(String method, String path, @Nullable String body, Map<String, String> headers) {
  private static final JsonMapper JSON = new JsonMapper();

  public Call {
    headers = Map.copyOf(headers);
  }

  public static Call get(String path) {
    return new Call("GET", path, null, Map.of());
  }

  public static Call post(String path) {
    return new Call("POST", path, null, Map.of());
  }

  public static Call of(String method, String path) {
    return new Call(method, path, null, Map.of());
  }

  /** With a token; none when it is null. */
  public Call as(@Nullable String token) {
    return token == null ? this : header("Authorization", "Bearer " + token);
  }

  public Call json(Map<String, ?> fields) {
    return body("application/json", JSON.writeValueAsString(fields));
  }

  public Call form(Map<String, String> fields) {
    return body(
        "application/x-www-form-urlencoded",
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  /** With a body as it stands, right or wrong. */
  public Call body(String contentType, String text) {
    return new Call(method, path, text, headers).header("Content-Type", contentType);
  }

  public Call key(String idempotencyKey) {
    return header("Idempotency-Key", idempotencyKey);
  }

  public Call header(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Call(method, path, body, more);
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
