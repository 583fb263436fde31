package isegoria.infra;

import isegoria.testkit.backing.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One process of the system, over all its restarts: the same name, ports and directory, another
 * pid.
 */
public final class ManagedProcess {
  private final String name;
  private final int port;
  private final Path directory;
  private final Supplier<ChildProcess> start;
  private final BooleanSupplier ready;
  private volatile @Nullable ChildProcess process;
  private volatile boolean mayEnd;

  ManagedProcess(
      String name, int port, Path directory, Supplier<ChildProcess> start, BooleanSupplier ready) {
    this.name = name;
    this.port = port;
    this.directory = directory;
    this.start = start;
    this.ready = ready;
  }

  /** As in {@code account-0}; the broker and the node are {@code kafka} and {@code cassandra}. */
  public String name() {
    return name;
  }

  public int port() {
    return port;
  }

  /** Where it keeps what it writes. */
  public Path directory() {
    return directory;
  }

  public long pid() {
    return process().pid();
  }

  public boolean isAlive() {
    ChildProcess present = process;
    return present != null && present.isAlive();
  }

  /** Starts it without waiting. */
  public void start() {
    mayEnd = false;
    process = start.get();
  }

  /** Waits until it says that it is ready. */
  public void awaitReady(Duration limit) {
    process().awaitReady(ready, limit);
  }

  /** kill -9, and waits until it is gone. Its end is then expected. */
  public void kill() {
    mayEnd = true;
    process().kill();
  }

  /** Asks it to end, so that it writes out what it holds; its end is expected. */
  public void stop(Duration grace) {
    requestStop();
    awaitStop(grace);
  }

  /** Starts it again after its end and waits until it is ready. */
  public void restart(Duration limit) {
    start();
    awaitReady(limit);
  }

  /** Asks it to end. */
  void requestStop() {
    mayEnd = true;
    if (isAlive()) {
      process().requestStop();
    }
  }

  /** Waits for its end after {@link #requestStop}, then kills it. */
  void awaitStop(Duration grace) {
    mayEnd = true;
    if (process != null && !process().awaitExit(grace)) {
      process().kill();
    }
  }

  /** Whether it ended without being asked to. */
  boolean hasFailed() {
    ChildProcess present = process;
    return present != null && !mayEnd && !present.isAlive();
  }

  public ChildProcess process() {
    ChildProcess present = process;
    if (present == null) {
      throw new IllegalStateException(name + ": not started (expected: start() before)");
    }
    return present;
  }
}
