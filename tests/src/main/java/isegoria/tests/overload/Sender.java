package isegoria.tests.overload;

import isegoria.tests.client.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends each request once and tells what became of it. It looks into no body that it need not: the
 * load shares its processors with what it loads.
 */
final class Sender implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

  private final URI origin;
  private final Duration patience;
  private final HttpClient http;

  /** A sender that gives an answer up after its patience. */
  Sender(URI origin, Duration patience) {
    this.origin = origin;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  Sent send(Step step) {
    HttpRequest request = request(step.call());
    long start = System.nanoTime();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      boolean published = step instanceof Step.Publish && answer.statusCode() == 200;
      return Sent.answered(
          step,
          answer.statusCode(),
          answer.headers().firstValue("Retry-After").isPresent(),
          took,
          published ? idIn(answer.body()) : "");
    } catch (IOException e) {
      return Sent.failed(step, Duration.ofNanos(System.nanoTime() - start), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Sent.failed(step, Duration.ofNanos(System.nanoTime() - start), "interrupted");
    }
  }

  private HttpRequest request(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(origin.resolve(call.path())).timeout(patience);
    call.headers().forEach(request::header);
    String body = call.body();
    return request
        .method(
            call.method(),
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String idIn(byte[] body) {
    try {
      return JSON.readTree(body).path("id").asString("");
    } catch (JacksonException e) {
      return "";
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
