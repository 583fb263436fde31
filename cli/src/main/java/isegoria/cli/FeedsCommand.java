package isegoria.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about feeds. */
@Command(name = "feeds", mixinStandardHelpOptions = true, description = "Rebuilds feeds.")
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
        "Rebuilds every stored feed from its topics. It drops nothing before: an operator who"
            + " emptied",
        "a table gets it back, and where none was emptied readers notice nothing."
      })
  int rebuild(@Mixin Target target) throws InterruptedException {
    List<OperatorApi> instances = target.apis("timeline");
    int parts = new ServiceRebuild("feeds", instances, spec.commandLine().getErr()).run();
    spec.commandLine()
        .getOut()
        .printf("feeds: %d partitions read again by %d instance(s)%n", parts, instances.size());
    return 0;
  }
}
