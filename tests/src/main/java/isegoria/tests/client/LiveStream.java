package isegoria.tests.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An open stream of a person, by WebSocket or as server-sent events: what comes is kept in its
 * order until it is asked for.
 */
public final class LiveStream implements AutoCloseable, WebSocket.Listener {
  private static final String HEARTBEAT = ":thump";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final BlockingQueue<String> came = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final Call opened;
  private @Nullable WebSocket socket;
  private boolean isRecorded;

  private LiveStream(Person person, String path) {
    opened = Call.get("/api/v1/streaming" + path).as(person.token());
  }

  /** With the token as the sub-protocol, as browsers send it. */
  public static LiveStream byProtocol(Person person, String query) {
    var stream = new LiveStream(person, query);
    stream.socket =
        stream
            .http
            .newWebSocketBuilder()
            .subprotocols(person.token())
            .buildAsync(address(person, "/api/v1/streaming" + query), stream)
            .join();
    return stream;
  }

  /** With the token in the query. */
  public static LiveStream byQuery(Person person, String query) {
    var stream = new LiveStream(person, query);
    String path = "/api/v1/streaming" + query + "&access_token=" + person.token();
    stream.socket =
        stream.http.newWebSocketBuilder().buildAsync(address(person, path), stream).join();
    return stream;
  }

  /** Server-sent events; what comes are the lines, but for empty ones and heartbeats. */
  public static LiveStream ofEvents(Person person, String path) {
    var stream = new LiveStream(person, path);
    var request = HttpRequest.newBuilder(person.api().origin().resolve(stream.opened.path()));
    stream.opened.headers().forEach(request::header);
    Thread.ofVirtual().start(() -> stream.read(request.build()));
    return stream;
  }

  private static URI address(Person person, String path) {
    return URI.create(person.api().origin().toString().replaceFirst("^http", "ws") + path);
  }

  private void read(HttpRequest request) {
    try {
      InputStream body = http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
      var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && !line.equals(HEARTBEAT)) {
          came.add(line);
        }
      }
      came.add("end");
    } catch (IOException broken) {
      came.add("end");
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** The sub-protocol that the server chose. */
  public String protocol() {
    return socket().getSubprotocol();
  }

  public void say(String message) {
    socket().sendText(message, true).join();
  }

  /** The next that comes within a while; null for none. */
  public @Nullable String poll(Duration patience) {
    try {
      return came.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnexpectedAnswer("stream: interrupted", e);
    }
  }

  /**
   * The next that came: a frame, a line, {@code closed <status>}, {@code broken} or {@code end}.
   */
  public String next() {
    String next = poll(PATIENCE);
    if (next == null) {
      throw new UnexpectedAnswer("stream: silent for " + PATIENCE);
    }
    record();
    return next;
  }

  /** It counts as answered once something came by it. */
  private void record() {
    if (!isRecorded) {
      isRecorded = true;
      CallRecord.add(Answer.of(opened, 200, HttpHeaders.of(Map.of(), (_, _) -> true), ""));
    }
  }

  private WebSocket socket() {
    if (socket == null) {
      throw new IllegalStateException("stream: no WebSocket");
    }
    return socket;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket of, CharSequence part, boolean isLast) {
    text.append(part);
    if (isLast) {
      came.add(text.toString());
      text.setLength(0);
    }
    of.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket of, int status, String reason) {
    came.add("closed " + status);
    return null;
  }

  @Override
  public void onError(WebSocket of, Throwable failed) {
    came.add("broken: " + failed);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
