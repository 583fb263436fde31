package isegoria.infra;

/** Where the launcher tells what it is doing, one line at a time, from any thread. */
@FunctionalInterface
public interface Progress {
  void say(String line);

  /** For tests that have their own. */
  static Progress silent() {
    return line -> {};
  }
}
