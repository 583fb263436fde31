package isegoria.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Views and other readers of topics that a record degrades. */
@Command(
    name = "views",
    mixinStandardHelpOptions = true,
    description = "Lists records that a view could not decode, and retries or skips them.")
final class ViewsCommand implements Runnable {

  private static final String PATH = "/internal/operator/views";

  /** As the list prints it. */
  private static final Pattern RECORD = Pattern.compile("([^/@]+)/(\\d{1,5})@(\\d{1,18})");

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  ViewsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = {
        "Lists what degrades the readers of a service, and what was skipped. Exits with 1 when a",
        "reader is degraded or not ready."
      })
  int list(
      @Mixin Target target,
      @Parameters(paramLabel = "SERVICE", description = "account, post, timeline or moderation.")
          String service)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Set<String> degraded = new LinkedHashSet<>();
    Set<String> skipped = new LinkedHashSet<>();
    for (OperatorApi instance : target.apis(service)) {
      JsonNode state = instance.get(PATH);
      state.path("unhealthy").forEach(each -> degraded.add("not ready  " + each.asString()));
      state
          .path("degrading")
          .forEach(each ->
              degraded.add(
                  "degraded   %s  %s  %s, since %s"
                      .formatted(
                          each.path("reader").asString(),
                          place(each),
                          each.path("error").asString(),
                          each.path("since").asString())));
      state
          .path("skipped")
          .forEach(each ->
              skipped.add(
                  "skipped    %s  %s  at %s: %s"
                      .formatted(
                          each.path("view").asString(),
                          place(each),
                          each.path("at").asString(),
                          each.path("reason").asString())));
    }
    degraded.forEach(out::println);
    skipped.forEach(out::println);
    out.printf("%s: %d degraded, %d skipped%n", service, degraded.size(), skipped.size());
    return degraded.isEmpty() ? 0 : Isegoria.REFUSED;
  }

  private static String place(JsonNode record) {
    return "%s/%d@%d"
        .formatted(
            record.path("topic").asString(),
            record.path("partition").asInt(),
            record.path("offset").asLong());
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = "Has every instance try again the records before which its views are paused.")
  int retry(
      @Mixin Target target,
      @Parameters(paramLabel = "SERVICE", description = "account, post, timeline or moderation.")
          String service)
      throws InterruptedException {
    int retried = 0;
    for (OperatorApi instance : target.apis(service)) {
      retried +=
          instance
              .post(PATH + "/retry", UUID.randomUUID().toString(), Map.of())
              .path("retried")
              .asInt(0);
    }
    spec.commandLine().getOut().printf("%s: %d records retried%n", service, retried);
    return 0;
  }

  @Command(
      name = "skip",
      mixinStandardHelpOptions = true,
      description = {
        "Skips one record before which a view is paused, at every instance and for ever. What it",
        "said is then missing from the view's tables."
      })
  int skip(
      @Mixin Target target,
      @Parameters(paramLabel = "SERVICE", description = "account, post, timeline or moderation.")
          String service,
      @Parameters(paramLabel = "VIEW", description = "The view's name, as listed.") String view,
      @Parameters(paramLabel = "TOPIC/PARTITION@OFFSET", description = "The record, as listed.")
          String record,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "Why it is given up, in a sentence; it is stored.")
          String reason)
      throws InterruptedException {
    Matcher parts = RECORD.matcher(record);
    if (!parts.matches()) {
      throw CliException.wrongInput(record + " (expected: TOPIC/PARTITION@OFFSET)");
    }
    Map<String, Object> body =
        Map.of(
            "view",
            view,
            "topic",
            parts.group(1),
            "partition",
            Integer.parseInt(parts.group(2)),
            "offset",
            Long.parseLong(parts.group(3)),
            "reason",
            reason);
    List<String> refusals = new ArrayList<>();
    for (OperatorApi instance : target.apis(service)) {
      try {
        instance.post(PATH + "/skip", UUID.randomUUID().toString(), body);
        spec.commandLine().getOut().printf("%s: %s skips %s%n", service, view, record);
        return 0;
      } catch (CliException notHere) {
        refusals.add(CliException.lineOf(notHere));
      }
    }
    throw CliException.refused(
        "no instance is paused before " + record + ": " + refusals.getLast());
  }
}
