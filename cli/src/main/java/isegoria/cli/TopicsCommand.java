package isegoria.cli;

import isegoria.events.Topic;
import isegoria.events.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The registry of topics, in words, and what ails those of a cluster. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = "Lists the topics, and transactions that hold their readers up.")
final class TopicsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  TopicsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists every topic with its class, retention and partitions.")
  int list(
      @Option(
              names = "--partitions",
              defaultValue = "6",
              description =
                  "Partitions of the cluster's topics, frozen when they were created;"
                      + " default: ${DEFAULT-VALUE}.")
          int partitions) {
    PrintWriter out = spec.commandLine().getOut();
    int width = Topics.all().stream().mapToInt(topic -> topic.name().length()).max().orElse(0);
    String row = "%-" + width + "s  %-10s  %-9s  %s%n";
    out.printf(row, "TOPIC", "CLASS", "RETENTION", "PARTITIONS");
    for (Topic topic : Topics.all()) {
      out.printf(
          row,
          topic.name(),
          topic.access().name().toLowerCase(Locale.ROOT),
          retention(topic),
          topic.partitions(partitions));
    }
    return 0;
  }

  @Command(
      name = "hanging",
      mixinStandardHelpOptions = true,
      description = {
        "Lists transactions without a record for longer than any may be open: readers",
        "of committed records stand still behind them. Exits with 1 when there is one."
      })
  int hanging(
      @Mixin Brokers brokers,
      @Option(
              names = "--silent-for",
              paramLabel = "SECONDS",
              defaultValue = "120",
              description = "How long is too long; default: ${DEFAULT-VALUE}.")
          int seconds)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (Admin admin = Admin.create(brokers.connection())) {
      var hanging = OpenTransactions.silentFor(admin, Duration.ofSeconds(seconds), Instant.now());
      hanging.forEach(each ->
          out.printf(
              "%s from offset %d: producer %d, silent since %s%n",
              each.partition(), each.startOffset(), each.producerId(), each.lastWrite()));
      out.printf("hanging transactions: %d%n", hanging.size());
      return hanging.isEmpty() ? 0 : 1;
    } catch (ExecutionException | KafkaException failed) {
      throw CliException.unreachable("kafka: " + failed.getMessage() + " (expected: its answer)");
    }
  }

  private static String retention(Topic topic) {
    if (topic.cleanup() == Topic.Cleanup.COMPACT) {
      return "compacted";
    }
    int days = topic.retentionDays();
    return days == Topic.FOREVER ? "forever" : days + (days == 1 ? " day" : " days");
  }
}
