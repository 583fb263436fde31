package isegoria.tests.world;

import java.io.Console;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How far something long has come, on one line that is redrawn, or in lines now and then. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private static final boolean TERMINAL = isTerminal();
  private static final Duration EVERY = TERMINAL ? Duration.ofMillis(500) : Duration.ofSeconds(10);

  private final String what;
  private final long all;
  private final long startedAt = System.nanoTime();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong drawnAt = new AtomicLong(System.nanoTime());

  ProgressBar(String what, long all) {
    this.what = what;
    this.all = all;
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  void step() {
    done.incrementAndGet();
    long last = drawnAt.get();
    long now = System.nanoTime();
    if (now - last > EVERY.toNanos() && drawnAt.compareAndSet(last, now)) {
      draw(TERMINAL ? "\r" : "", TERMINAL ? "" : "\n");
    }
  }

  /** Draws it for the last time. */
  void end() {
    draw(TERMINAL ? "\r" : "", "\n");
  }

  private void draw(String before, String after) {
    long count = done.get();
    int filled = all == 0 ? WIDTH : (int) (WIDTH * count / all);
    double seconds = Math.max(0.001, (System.nanoTime() - startedAt) / 1e9);
    System.out.printf(
        "%s%-16s [%s%s] %,d of %,d, %,.0f/s, %.0f s%s",
        before,
        what,
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        count,
        all,
        count / seconds,
        seconds,
        after);
    System.out.flush();
  }
}
