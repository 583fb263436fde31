package isegoria.cli;

import isegoria.events.Topic;
import isegoria.events.Topics;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The registry of topics, in words. */
@Command(name = "topics", mixinStandardHelpOptions = true, description = "Lists the topics.")
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

  private static String retention(Topic topic) {
    if (topic.cleanup() == Topic.Cleanup.COMPACT) {
      return "compacted";
    }
    int days = topic.retentionDays();
    return days == Topic.FOREVER ? "forever" : days + (days == 1 ? " day" : " days");
  }
}
