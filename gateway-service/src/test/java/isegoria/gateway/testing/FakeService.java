package isegoria.gateway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An upstream that answers what a test says and remembers what it was asked. */
public final class FakeService implements AutoCloseable {
  /** What arrived. Header names are in lower case. */
  public record Asked(String method, String uri, Map<String, List<String>> headers, String body) {
    public Asked {
      headers = Map.copyOf(headers);
    }

    public @Nullable String header(String name) {
      List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
      return values == null ? null : values.getFirst();
    }
  }

  /** What is sent back. A negative status means: hang up without an answer. */
  public record Reply(int status, String body, Map<String, String> headers) {
    public Reply {
      headers = Map.copyOf(headers);
    }

    public static Reply json(int status, String body) {
      return new Reply(status, body, Map.of("Content-Type", "application/json"));
    }

    public static Reply hangUp() {
      return new Reply(-1, "", Map.of());
    }

    public Reply with(String name, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(name, value);
      return new Reply(status, body, more);
    }
  }

  /** Decides the reply. */
  public interface Script {
    Reply answer(Asked asked) throws Exception;
  }

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Script script = _ -> Reply.json(200, "{}");

  public FakeService() {
    this(0);
  }

  public FakeService(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void answers(Script next) {
    script = next;
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public List<Asked> asked(String path) {
    return asked.stream().filter(a -> a.uri().startsWith(path)).toList();
  }

  public void forget() {
    asked.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Asked what =
        new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
    asked.add(what);
    Reply reply = replyTo(what);
    if (reply.status() < 0) {
      exchange.close();
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private Reply replyTo(Asked what) {
    try {
      return script.answer(what);
    } catch (Exception e) {
      return Reply.json(500, "{\"error\":\"the script threw\"}");
    }
  }
}
