package isegoria.infra.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few calls of the client API that the seed needs; every refusal is an exception. */
public final class ClientApi {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(15);
  private static final int ATTEMPTS_MAX = 5;
  private static final JsonMapper JSON = new JsonMapper();

  private final URI origin;
  private final Map<String, String> headers;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_MAX)
          .build();

  public ClientApi(URI origin) {
    this(origin, Map.of());
  }

  /** With headers that every request carries. */
  ClientApi(URI origin, Map<String, String> headers) {
    this.origin = origin;
    this.headers = Map.copyOf(headers);
  }

  /** A refusal: what was asked, the status and the body. */
  public static final class ApiFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    ApiFailure(String request, int status, String body) {
      super("%s: %d %s (expected: 2xx)".formatted(request, status, body));
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /** Without a token when it is empty. */
  public JsonNode get(String path, String token) {
    return send(request(path, token).GET(), "GET " + path);
  }

  /** Repeats under the same key, so that an answer lost on the way is the first one again. */
  public JsonNode post(String path, String token, String key, Map<String, ?> body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))),
        "POST " + path);
  }

  public JsonNode patch(String path, String token, Map<String, ?> body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))),
        "PATCH " + path);
  }

  private HttpRequest.Builder request(String path, String token) {
    var builder = HttpRequest.newBuilder(origin.resolve(path)).timeout(ANSWER_MAX);
    headers.forEach(builder::header);
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request, String name) {
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> answer = sendOnce(request.build(), name);
      if (answer.statusCode() / 100 == 2) {
        return JSON.readTree(answer.body());
      }
      if (answer.statusCode() != 503 || attempt == ATTEMPTS_MAX) {
        throw new ApiFailure(name, answer.statusCode(), answer.body());
      }
      pause();
    }
  }

  private HttpResponse<String> sendOnce(HttpRequest request, String name) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
