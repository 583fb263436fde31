package isegoria.cli;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The person at the keyboard, if there is one. */
final class Terminal {

  private Terminal() {}

  static boolean isThere() {
    return console().isPresent();
  }

  /** What the person types, or the alternative where there is no terminal. */
  static @Nullable String ask(String question, String alternative) {
    Optional<Console> console = console();
    return console.isPresent() ? console.get().readLine("%s", question) : alternative;
  }

  private static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }
}
