package isegoria.infra;

import isegoria.infra.seed.Seed;
import isegoria.testkit.backing.EmbeddedBacking;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's command line: start, stop, status, reset, seed. {@code make} calls it. */
@Command(
    name = "dev",
    description = "Runs the platform on this machine.",
    mixinStandardHelpOptions = true,
    subcommands = {
      Dev.Start.class,
      Dev.Stop.class,
      Dev.Status.class,
      Dev.Reset.class,
      Dev.SeedAgain.class
    })
public final class Dev {
  private static final Duration STOP_MAX = Duration.ofSeconds(45);
  private static final long WATCH_MILLIS = 500;

  private Dev() {}

  public static void main(String[] args) {
    var line = new CommandLine(new Dev());
    line.setExecutionExceptionHandler((failure, _, _) -> {
      System.err.println(failure.getMessage());
      return 1;
    });
    System.exit(line.execute(args));
  }

  private static DevConfig config() {
    return DevConfig.fromEnvironment(System.getenv());
  }

  /** Starts everything and stays until Ctrl-C or until a process fails. */
  @Command(name = "start", description = "Starts everything and waits for Ctrl-C.")
  static final class Start implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
      Instant began = Instant.now();
      DevConfig config = config();
      System.out.printf(
          "starting in %s: profile %s, %d of each service%n",
          config.data(), config.profile(), config.instances());
      try (DevSystem system = DevSystem.start(config, Start::say)) {
        Duration healthy = Duration.between(began, Instant.now());
        System.out.printf("healthy after %.1f s%n", healthy.toMillis() / 1000.0);
        if (!config.profile().equals("prod")) {
          seed(config);
        }
        print(config, healthy);
        return watch(system);
      }
    }

    private static void say(String line) {
      System.out.println("  " + line);
    }

    private static void seed(DevConfig config) {
      try {
        var seed = new Seed(config.origin(), config.data().resolve("seed.json"));
        seed.plant(Start::say);
        seed.plantModerator(
            URI.create("http://127.0.0.1:" + ServiceKind.ACCOUNT.port(config, 0)),
            Secrets.in(config.secretsDirectory()).internalSecret());
      } catch (RuntimeException e) {
        System.out.println("  seed           failed: " + e.getMessage());
      }
    }

    private static void print(DevConfig config, Duration healthy) {
      System.out.println();
      System.out.println("  Isegoria   " + config.origin());
      if (!config.profile().equals("prod")) {
        System.out.println("  log-ins    " + Seed.logIns());
      }
      System.out.println("  logs       " + config.logsDirectory());
      System.out.printf("  healthy    %.1f s%n", healthy.toMillis() / 1000.0);
      System.out.println("  stop       Ctrl-C, or make stop from elsewhere; data stay");
      System.out.println();
      System.out.flush();
    }

    private static int watch(DevSystem system) throws InterruptedException {
      while (true) {
        Optional<ManagedProcess> failed = system.failed();
        if (failed.isPresent()) {
          ManagedProcess part = failed.get();
          System.err.printf(
              "%s: ended with exit code %d, so everything stops; its log %s ends:%n%s%n",
              part.name(),
              part.process().exitCode(),
              part.process().command().log(),
              part.process().logTail());
          return 1;
        }
        Thread.sleep(WATCH_MILLIS);
      }
    }
  }

  /** Ends a running launcher and, through it, everything. */
  @Command(name = "stop", description = "Stops what make dev started; data stay.")
  static final class Stop implements Callable<Integer> {
    @Override
    public Integer call() {
      Optional<RunFile.Content> running = RunFile.read(config().runFile());
      Optional<ProcessHandle> launcher = running.flatMap(RunFile.Content::launcher);
      if (launcher.isEmpty()) {
        System.out.println("nothing runs in " + config().data());
        return 0;
      }
      launcher.get().destroy();
      try {
        launcher
            .get()
            .onExit()
            .orTimeout(STOP_MAX.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
            .join();
      } catch (java.util.concurrent.CompletionException e) {
        running.get().entries().stream()
            .flatMap(entry -> entry.alive().stream())
            .forEach(ProcessHandle::destroyForcibly);
      }
      System.out.println("stopped");
      return 0;
    }
  }

  /** Memory, processor and disk of every process. */
  @Command(name = "status", description = "Shows memory, CPU and disk of every process.")
  static final class Status implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
      Optional<RunFile.Content> running = RunFile.read(config().runFile());
      if (running.flatMap(RunFile.Content::launcher).isEmpty()) {
        System.out.println("nothing runs in " + config().data() + "; make dev starts it");
        return 1;
      }
      List<Footprint> footprints = Footprint.sample(running.get().entries());
      System.out.print(Footprint.table(running.get().origin(), footprints, config().data()));
      return 0;
    }
  }

  /** Drops everything that was written, secrets included. */
  @Command(name = "reset", description = "Drops all data; refuses while something runs.")
  static final class Reset implements Callable<Integer> {
    @Override
    public Integer call() {
      DevConfig config = config();
      boolean alive =
          RunFile.read(config.runFile()).stream()
              .flatMap(running -> running.entries().stream())
              .anyMatch(entry -> entry.alive().isPresent());
      if (alive) {
        throw new DevException(config.data() + ": in use by a running system; run make stop first");
      }
      EmbeddedBacking.deleteRecursively(config.data());
      System.out.println("dropped " + config.data());
      return 0;
    }
  }

  /** Plants the seed in a system that runs. */
  @Command(name = "seed", description = "Signs up the seed's people in a running system.")
  static final class SeedAgain implements Callable<Integer> {
    @Override
    public Integer call() {
      DevConfig config = config();
      String origin =
          RunFile.read(config.runFile())
              .map(RunFile.Content::origin)
              .orElse(config.origin().toString());
      new Seed(URI.create(origin), config.data().resolve("seed.json")).plant(System.out::println);
      System.out.println("log-ins: " + Seed.logIns());
      return 0;
    }
  }
}
