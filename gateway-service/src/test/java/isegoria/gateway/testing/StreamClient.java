package isegoria.gateway.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of streams: WebSockets and server-sent events. */
public final class StreamClient implements AutoCloseable {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  public StreamClient(int port) {
    this.port = port;
  }

  public Socket open(String path) {
    return opened(path, http.newWebSocketBuilder());
  }

  public Socket withHeader(String path, String token) {
    return opened(path, http.newWebSocketBuilder().header("Authorization", "Bearer " + token));
  }

  public Socket withProtocol(String path, String token) {
    return opened(path, http.newWebSocketBuilder().subprotocols(token));
  }

  /** The status of a handshake that is refused. */
  public int refused(String path) {
    try {
      open(path).abort();
      return 101;
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw failed;
    }
  }

  public Events events(String path, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .build();
    return new Events(
        http.sendAsync(request, BodyHandlers.ofInputStream()).thenApply(r -> r.body()));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private Socket opened(String path, WebSocket.Builder builder) {
    Socket socket = new Socket();
    socket.webSocket =
        builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), socket).join();
    return socket;
  }

  /** An open WebSocket. It answers pings by itself. */
  public static final class Socket implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable WebSocket webSocket;

    public String protocol() {
      return webSocket().getSubprotocol();
    }

    public String text() throws InterruptedException {
      return within10Seconds(texts);
    }

    /** The status by which the other side closed. */
    public int closed() throws Exception {
      return closed.get(10, TimeUnit.SECONDS);
    }

    public void send(String message) {
      webSocket().sendText(message, true).join();
    }

    public void close(int status) {
      webSocket().sendClose(status, "").join();
    }

    public void abort() {
      webSocket().abort();
    }

    private WebSocket webSocket() {
      if (webSocket == null) {
        throw new IllegalStateException("socket: not open");
      }
      return webSocket;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        texts.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable thrown) {
      closed.completeExceptionally(thrown);
    }
  }

  /** An open stream of events. */
  public static final class Events {
    /** What follows the last line. */
    public static final String END = "(end)";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CompletableFuture<InputStream> body;

    private Events(CompletableFuture<InputStream> body) {
      this.body = body;
      Thread.ofVirtual().start(this::read);
    }

    public String line() throws InterruptedException {
      return within10Seconds(lines);
    }

    public void close() {
      try {
        body.join().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void read() {
      try (var reader =
          new BufferedReader(new InputStreamReader(body.join(), StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines.add(line);
        }
        lines.add(END);
      } catch (IOException broken) {
        lines.add(broken.toString());
      }
    }
  }

  private static String within10Seconds(BlockingQueue<String> queue) throws InterruptedException {
    String next = queue.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("message: none within 10 s (expected: one)");
    }
    return next;
  }
}
