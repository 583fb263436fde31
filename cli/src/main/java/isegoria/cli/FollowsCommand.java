package isegoria.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything about follows. */
@Command(name = "follows", mixinStandardHelpOptions = true, description = "Imports follows.")
final class FollowsCommand implements Runnable {

  /** Pairs in one request: what the service takes as one command for each partition. */
  private static final int BATCH_MAX = 1_000;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  FollowsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Imports an edge list, plain or .gz: a line \"A B\" says that A follows B, by names or ids.",
        "Lines that start with # are comments. A stopped import goes on where it was."
      })
  int importFile(
      @Mixin Target target,
      @Parameters(paramLabel = "FILE", description = "The file.") Path file,
      @Option(
              names = "--name-format",
              defaultValue = "{}",
              paramLabel = "FORMAT",
              description = "What a word of the file is called here, such as w{}.")
          String nameFormat,
      @Option(
              names = "--state",
              paramLabel = "FILE",
              description = "Where to keep how far it is; default: FILE.resume.")
          @Nullable Path state,
      @Option(
              names = "--concurrency",
              defaultValue = "4",
              description = "Requests at once; default: ${DEFAULT-VALUE}.")
          int concurrency)
      throws InterruptedException {
    BatchImport batches =
        new BatchImport(
            target.api("account"),
            "follows",
            "/internal/operator/follows/import",
            "pairs",
            BATCH_MAX,
            Math.max(1, concurrency),
            spec.commandLine().getErr());
    BatchImport.Result result =
        batches.run(
            file,
            new EdgeLines(nameFormat),
            new ResumeFile(state == null ? ResumeFile.beside(file) : state));
    spec.commandLine()
        .getOut()
        .printf("follows: %d imported, %d refused%n", result.done(), result.refused());
    return result.refused() == 0 ? 0 : Isegoria.REFUSED;
  }
}
