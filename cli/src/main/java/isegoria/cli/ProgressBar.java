package isegoria.cli;

import java.io.PrintWriter;

/** How far a long command is: a bar on a terminal, a line for every tenth elsewhere. */
final class ProgressBar {

  private static final int WIDTH = 30;
  private static final int TENTHS = 10;

  private final PrintWriter err;
  private final String what;
  private final boolean terminal;
  private int shown = -1;

  ProgressBar(PrintWriter err, String what) {
    this.err = err;
    this.what = what;
    this.terminal = Terminal.isThere();
  }

  /** Shows how many are done and which part of the whole that is, from 0 to 1. */
  void show(long done, double part) {
    int steps = terminal ? 100 : TENTHS;
    int step = (int) (Math.min(1, Math.max(0, part)) * steps);
    if (step == shown) {
      return;
    }
    shown = step;
    int percent = step * 100 / steps;
    if (terminal) {
      int filled = percent * WIDTH / 100;
      err.printf(
          "\r%s [%s%s] %3d %% %,d",
          what, "#".repeat(filled), ".".repeat(WIDTH - filled), percent, done);
    } else {
      err.printf("%s: %d %%, %d done%n", what, percent, done);
    }
    err.flush();
  }

  void end() {
    if (terminal) {
      err.println();
    }
  }
}
