package isegoria.cli;

import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about feeds. */
@Command(name = "feeds", mixinStandardHelpOptions = true, description = "Rebuilds home feeds.")
final class FeedsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  FeedsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  @Command(
      name = "rebuild",
      mixinStandardHelpOptions = true,
      description = {
        "Drops every stored home feed; the next page of each is made from the log again. Feeds are",
        "caches, so nothing is lost and readers notice nothing but a slower first page."
      })
  int rebuild(@Mixin Target target) throws InterruptedException {
    int instances = 0;
    for (OperatorApi instance : target.apis("timeline")) {
      instance.post("/internal/operator/feeds/rebuild", UUID.randomUUID().toString(), Map.of());
      instances++;
    }
    spec.commandLine().getOut().printf("feeds: rebuilt by %d instance(s)%n", instances);
    return 0;
  }
}
