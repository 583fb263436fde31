package isegoria.testkit.backing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A JVM that this one started and that ends with it: its standard input is a pipe whose other end
 * this process holds ({@link isegoria.tether.Tether}). It logs to one file.
 */
public final class ChildProcess {
  /** Keeps the pipes of the living reachable: a collected one would be closed. */
  private static final Set<ChildProcess> LIVING = ConcurrentHashMap.newKeySet();

  /**
   * Ten times the JVM's thresholds of its second compiler: a start on two cores takes half the
   * processor time, and what is hot for minutes is compiled all the same. A measurement of what
   * requests cost does without, by the system property {@value #SECOND_COMPILER_SOON}.
   */
  private static final List<String> LATE_SECOND_COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /** Set to true, processes started from here compile as the JVM does by itself. */
  public static final String SECOND_COMPILER_SOON = "isegoria.second-compiler-soon";

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int LOG_LINES_SHOWN = 15;
  private static final int LOG_LINE_LENGTH_SHOWN = 400;

  private final Command command;
  private final Process process;
  private final Instant startedAt = Instant.now();

  private ChildProcess(Command command, Process process) {
    this.command = command;
    this.process = process;
  }

  /**
   * What to run.
   *
   * @param niceness how far it lets others go first, as {@code nice} counts: 0 to 19
   * @param mainAndArguments the main class first
   */
  public record Command(
      String name,
      int niceness,
      Path java,
      List<String> jvmOptions,
      List<String> classPath,
      List<String> mainAndArguments,
      Map<String, String> environment,
      Path directory,
      Path log) {
    public Command {
      jvmOptions = List.copyOf(jvmOptions);
      classPath = List.copyOf(classPath);
      mainAndArguments = List.copyOf(mainAndArguments);
      environment = Map.copyOf(environment);
    }
  }

  /** Starts it; what it prints is appended to its log. */
  public static ChildProcess start(Command command) {
    var line = new ArrayList<String>();
    if (command.niceness() > 0) {
      line.addAll(List.of("nice", "-n", Integer.toString(command.niceness())));
    }
    line.add(command.java().toString());
    if (!Boolean.getBoolean(SECOND_COMPILER_SOON)) {
      line.addAll(LATE_SECOND_COMPILER);
    }
    line.addAll(command.jvmOptions());
    line.add("-cp");
    line.add(String.join(File.pathSeparator, command.classPath()));
    line.addAll(command.mainAndArguments());
    try {
      Files.createDirectories(command.directory());
      Files.createDirectories(Objects.requireNonNull(command.log().getParent()));
      var builder = new ProcessBuilder(line).directory(command.directory().toFile());
      builder.environment().putAll(command.environment());
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
      var child = new ChildProcess(command, builder.start());
      LIVING.add(child);
      var _ = child.process.onExit().thenRun(() -> LIVING.remove(child));
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(command.name() + ": cannot be started", e);
    }
  }

  /** Where the class lives: a jar or a folder of classes. */
  public static String locationOf(Class<?> type) {
    CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
    return Path.of(java.net.URI.create(source.getLocation().toString())).toString();
  }

  public Command command() {
    return command;
  }

  public String name() {
    return command.name();
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public Duration age() {
    return Duration.between(startedAt, Instant.now());
  }

  public CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  public int exitCode() {
    return process.exitValue();
  }

  /** Waits until it is ready, or says why it will not be: it ended, or the time is over. */
  public void awaitReady(BooleanSupplier ready, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    while (!ready.getAsBoolean()) {
      if (!isAlive()) {
        throw new IllegalStateException(
            "%s: ended with exit code %d before it was ready; its log %s ends:%n%s"
                .formatted(name(), exitCode(), command.log(), logTail()));
      }
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            "%s: not ready after %d s; its log %s ends:%n%s"
                .formatted(name(), limit.toSeconds(), command.log(), logTail()));
      }
      awaitExit(POLL);
    }
  }

  /** Waits at most so long for its end; true when it has ended. */
  public boolean awaitExit(Duration limit) {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !isAlive();
    } catch (ExecutionException e) {
      throw new IllegalStateException(name() + ": its end cannot be awaited", e);
    }
  }

  /** Asks it to end, and kills it when it has not after the grace. */
  public void stop(Duration grace) {
    process.destroy();
    if (!awaitExit(grace)) {
      kill();
    }
  }

  /** Sends the request to end without waiting. */
  public void requestStop() {
    process.destroy();
  }

  /** kill -9, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitExit(Duration.ofSeconds(10));
  }

  /** Kills whatever this JVM started below a directory. */
  static void killUnder(Path directory) {
    for (ChildProcess child : LIVING) {
      if (child.command.directory().startsWith(directory)) {
        child.kill();
      }
    }
  }

  /** The last lines of its log. */
  public String logTail() {
    try {
      List<String> lines = Files.readAllLines(command.log());
      return lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()).stream()
          .map(line -> line.substring(0, Math.min(line.length(), LOG_LINE_LENGTH_SHOWN)))
          .collect(Collectors.joining(System.lineSeparator()));
    } catch (IOException e) {
      return "(unreadable: " + e.getMessage() + ")";
    }
  }
}
