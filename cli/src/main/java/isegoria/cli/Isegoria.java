package isegoria.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line's root: names the commands, and turns failures into one line and a code. */
@Command(
    name = "isegoria",
    mixinStandardHelpOptions = true,
    version = "isegoria 0.1.0",
    description = "Operates a running Isegoria.",
    subcommands = {
      AccountsCommand.class,
      FollowsCommand.class,
      TopicsCommand.class,
      FeedsCommand.class,
      ViewsCommand.class,
      AggregatesCommand.class
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done",
      "  1  not done, or only in part: the service refused, and says why",
      "  2  the command line is wrong",
      "  3  no running system answers"
    })
public final class Isegoria implements Runnable {

  /** A refusal of the service, or a part that was not done. */
  static final int REFUSED = 1;

  /** A command line that means nothing; picocli's own code for it. */
  static final int USAGE = CommandLine.ExitCode.USAGE;

  /** The service does not answer. */
  static final int UNREACHABLE = 3;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets what it is asked for before it runs anything.
  public Isegoria() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  public static void main(String[] args) {
    System.exit(execute(writer(System.out), writer(System.err), args));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Runs one command line; tests give their own writers. */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Isegoria())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((wrong, given) -> {
          CommandLine command = wrong.getCommandLine();
          command
              .getErr()
              .printf(
                  "%s: %s (see %s --help)%n",
                  command.getCommandSpec().qualifiedName(),
                  firstLine(wrong.getMessage()),
                  command.getCommandSpec().qualifiedName());
          return USAGE;
        })
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          command
              .getErr()
              .printf(
                  "%s: %s%n",
                  command.getCommandSpec().qualifiedName(), CliException.lineOf(failure));
          return failure instanceof CliException known ? known.exitCode() : REFUSED;
        })
        .execute(args);
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "wrong" : text.lines().findFirst().orElse("wrong");
  }
}
