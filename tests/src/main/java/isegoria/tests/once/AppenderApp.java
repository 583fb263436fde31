package isegoria.tests.once;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.decide.DeciderApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.wire.Reply;
import isegoria.kafka.KafkaConnection;
import isegoria.tests.once.LogCommand.Append;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * One instance of the service that keeps logs, as a process that can be killed.
 *
 * <p>Its arguments: bootstrap servers, instance, state directory, port, dedupe window in ms.
 */
public final class AppenderApp {
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  private final DeciderApp app;
  private final AggregateType<LogCommand, Log, LogEvent, LogRejection> family;
  private final TransactionTrap snare = new TransactionTrap();

  private AppenderApp(KafkaSettings kafka, Duration dedupeWindow) {
    this.family = Appending.family(recorded -> snare.around(Appending.publish(recorded)));
    this.app =
        new DeciderApp(
            kafka,
            Appending.TOPICS,
            List.of(family),
            outcome -> CompletableFuture.completedFuture(null),
            dedupeWindow,
            new SimpleMeterRegistry());
  }

  /** Starts the instance; it ends with the process. */
  public static void main(String[] args) throws IOException {
    var kafka =
        new KafkaSettings(
            KafkaConnection.plaintext(args[0]),
            Appending.PARTITIONS,
            Appending.TOPICS.service(),
            Integer.parseInt(args[1]),
            Path.of(args[2]),
            1);
    var appender = new AppenderApp(kafka, Duration.ofMillis(Long.parseLong(args[4])));
    appender.app.start();
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[3]));
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/ready", e -> answer(e, Boolean.toString(appender.app.healthy())));
    server.createContext("/append", e -> answer(e, appender.append(e)));
    server.createContext("/snare", e -> answer(e, appender.snare(e)));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private String snare(HttpExchange exchange) {
    try {
      return Boolean.toString(snare.awaitCatch(Long.parseLong(query(exchange)[0])));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "false";
    }
  }

  /** The query is {@code key&id&line}; the answer is one word. */
  private String append(HttpExchange exchange) {
    String[] query = query(exchange);
    var context =
        new CommandContext(query[1], /* repeatable= */ true, "", "", Instant.now(), PATIENCE);
    try {
      return switch (app.commands().ask(family, query[0], new Append(query[2]), context)) {
        case Reply.Accepted<Log, LogEvent, LogRejection> accepted ->
            accepted.repeated() ? "repeated" : "accepted";
        case Reply.Rejected<Log, LogEvent, LogRejection> _ -> "refused";
        case Reply.Unknown<Log, LogEvent, LogRejection> _ -> "unknown";
        case Reply.TooLate<Log, LogEvent, LogRejection> _ -> "too-late";
        case Reply.TooLarge<Log, LogEvent, LogRejection> _ -> "too-large";
        case Reply.Unavailable<Log, LogEvent, LogRejection> _ -> "unavailable";
        case Reply.Quarantined<Log, LogEvent, LogRejection> _ -> "quarantined";
        case Reply.OwnerErased<Log, LogEvent, LogRejection> _ -> "erased";
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  private static String[] query(HttpExchange exchange) {
    return exchange.getRequestURI().getRawQuery().split("&", -1);
  }

  private static void answer(HttpExchange exchange, String word) throws IOException {
    byte[] body = word.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
