package isegoria.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service's internal routes. What is not answered is asked again under the same key. */
final class OperatorApi {

  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

  /** A batch of a thousand pairs over a cold system stays below this. */
  private static final Duration ANSWER_MAX = Duration.ofMinutes(2);

  private static final int ATTEMPTS_MAX = 8;
  private static final Duration PAUSE_MAX = Duration.ofSeconds(8);
  private static final int UNAVAILABLE = 503;
  private static final JsonMapper JSON = new JsonMapper();

  private final URI address;
  private final String secret;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_MAX)
          .build();

  OperatorApi(URI address, String secret) {
    this.address = address;
    this.secret = secret;
  }

  /** Posts JSON and gives the answer's; refusals become one line. */
  JsonNode post(String path, String key, Object body) throws InterruptedException {
    return send(
        asking(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  /** Reads JSON; refusals become one line. */
  JsonNode get(String path) throws InterruptedException {
    return send(asking(path).GET().build());
  }

  private HttpRequest.Builder asking(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(ANSWER_MAX)
        .header("X-Isegoria-Internal", secret);
  }

  private JsonNode send(HttpRequest request) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 == 2) {
          return read(answer.body());
        }
        if (answer.statusCode() != UNAVAILABLE || attempt == ATTEMPTS_MAX) {
          throw CliException.refused(reason(answer));
        }
      } catch (IOException silent) {
        if (attempt == ATTEMPTS_MAX || (attempt == 1 && silent instanceof ConnectException)) {
          throw CliException.unreachable(address + ": no answer (expected: a running service)");
        }
      }
      Thread.sleep(pause(attempt));
    }
  }

  private static Duration pause(int attempt) {
    Duration doubled = Duration.ofMillis(250L << Math.min(attempt, 10));
    return doubled.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : doubled;
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body.isBlank() ? "{}" : body);
    } catch (JacksonException notJson) {
      throw CliException.refused("an answer that is not JSON (expected: JSON)");
    }
  }

  private static String reason(HttpResponse<String> answer) {
    String error;
    try {
      error = JSON.readTree(answer.body()).path("error").asString("");
    } catch (JacksonException notJson) {
      error = "";
    }
    return error.isEmpty()
        ? "refused with status " + answer.statusCode()
        : error + " (status " + answer.statusCode() + ")";
  }
}
