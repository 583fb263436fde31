package isegoria.cli;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Single aggregates as their deciders store them. */
@Command(
    name = "aggregates",
    mixinStandardHelpOptions = true,
    description = "Shows a stored aggregate, and releases one that is quarantined.")
final class AggregatesCommand implements Runnable {

  private static final String PATH = "/internal/operator/aggregates";

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  AggregatesCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = {
        "Prints an aggregate as its decider stores it, and why it is quarantined if it is. It holds",
        "people's words."
      })
  int show(
      @Mixin Target target,
      @Parameters(paramLabel = "SERVICE", description = "account, post or moderation.")
          String service,
      @Parameters(paramLabel = "KEY", description = "Its key, as in 1234/post/5678.") String key)
      throws InterruptedException {
    JsonNode shown = ask(target, service, "/show", key);
    spec.commandLine().getOut().println(shown.toPrettyString());
    return 0;
  }

  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description = {
        "Has a quarantined aggregate take commands again. Deploy a release that mends its fold",
        "before; the next command quarantines it again otherwise."
      })
  int release(
      @Mixin Target target,
      @Parameters(paramLabel = "SERVICE", description = "account, post or moderation.")
          String service,
      @Parameters(paramLabel = "KEY", description = "Its key, as in 1234/post/5678.") String key)
      throws InterruptedException {
    ask(target, service, "/release", key);
    spec.commandLine().getOut().printf("%s: %s takes commands%n", service, key);
    return 0;
  }

  /** The answer of the first instance that has one: each stores the aggregates that it decides. */
  private static JsonNode ask(Target target, String service, String path, String key)
      throws InterruptedException {
    @Nullable CliException last = null;
    for (OperatorApi instance : target.apis(service)) {
      try {
        return instance.post(PATH + path, UUID.randomUUID().toString(), Map.of("key", key));
      } catch (CliException notHere) {
        last = notHere;
      }
    }
    throw last == null ? CliException.unreachable(service + ": no instance") : last;
  }
}
