package isegoria.tests.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The API of one running platform, with a bound on the calls under way at once. */
public final class Api implements AutoCloseable {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
  private static final Duration AGAIN_FIRST = Duration.ofMillis(100);
  private static final Duration AGAIN_MAX = Duration.ofSeconds(2);

  /** As long as this a busy platform is asked again. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int PAGES_MAX = 10_000;

  private final URI origin;
  private final Semaphore places;
  private final HttpClient http;

  public Api(URI origin, int callsMax) {
    this(origin, callsMax, null);
  }

  /** With the address that its calls come from; null for whichever the machine picks. */
  public Api(URI origin, int callsMax, @Nullable InetAddress from) {
    this.origin = origin;
    this.places = new Semaphore(callsMax);
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor());
    this.http = (from == null ? client : client.localAddress(from)).build();
  }

  public URI origin() {
    return origin;
  }

  /** Sends it once; an answer that no call may get is an error. */
  public Answer send(Call call) throws IOException {
    Answer answer = raw(call);
    Optional<String> flaw = answer.flaw();
    if (flaw.isPresent()) {
      throw new UnexpectedAnswer(
          "%s: %s: %d %s".formatted(call, flaw.get(), answer.status(), answer.shown()));
    }
    return answer;
  }

  /** Sends it once, whatever the answer looks like. */
  public Answer raw(Call call) throws IOException {
    Answer swallowed = SwallowedWrites.answerTo(call);
    Answer heard = swallowed == null ? sent(call) : swallowed;
    CallRecord.add(heard);
    return heard;
  }

  private Answer sent(Call call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(origin.resolve(call.path())).timeout(ANSWER_MAX);
    call.headers().forEach(request::header);
    String body = call.body();
    request.method(
        call.method(),
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    try {
      places.acquire();
      try {
        HttpResponse<String> answer =
            http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return Answer.of(call, answer.statusCode(), answer.headers(), answer.body());
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnexpectedAnswer(call + ": interrupted", e);
    }
  }

  /** Wants a 200. A platform that is busy is asked again, under the same key. */
  public Answer ok(Call call) {
    Call keyed = call.headers().containsKey("Idempotency-Key") ? call : call.key(freshKey());
    return known(keyed, PATIENCE).expect(200);
  }

  private static String freshKey() {
    return UUID.randomUUID().toString();
  }

  /** Sends it again until it is known what became of it: only for what may be repeated. */
  public Answer known(Call call, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Duration pause = AGAIN_FIRST;
    while (true) {
      String last;
      try {
        Answer answer = send(call);
        if (!answer.isTemporary()) {
          return answer;
        }
        last = answer.status() + " " + answer.shown();
      } catch (IOException e) {
        last = e.toString();
      }
      if (System.nanoTime() > end) {
        throw new UnexpectedAnswer(
            "%s: nothing known after %s: %s".formatted(call, patience, last));
      }
      LockSupport.parkNanos(pause.toNanos());
      pause = pause.multipliedBy(2).compareTo(AGAIN_MAX) < 0 ? pause.multipliedBy(2) : AGAIN_MAX;
    }
  }

  /** All entities of a list, from its first page to its last. */
  public List<JsonNode> toTheEnd(String path, String token, Duration patience) {
    var all = new ArrayList<JsonNode>();
    Optional<String> next = Optional.of(path);
    for (int page = 0; next.isPresent(); page++) {
      if (page == PAGES_MAX) {
        throw new UnexpectedAnswer(path + ": more than " + PAGES_MAX + " pages");
      }
      Answer answer = known(Call.get(next.get()).as(token), patience).expect(200);
      answer.json().forEach(all::add);
      next = answer.json().isEmpty() ? Optional.empty() : answer.next();
    }
    return all;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
