package isegoria.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** How many lines of an import are done, beside the file, so that it goes on where it stopped. */
final class ResumeFile {

  private final Path file;

  ResumeFile(Path file) {
    this.file = file;
  }

  /** Beside the imported file. */
  static Path beside(Path imported) {
    return imported.resolveSibling(imported.getFileName() + ".resume");
  }

  long linesDone() {
    try {
      return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    } catch (IOException | NumberFormatException unreadable) {
      throw CliException.wrongInput(
          file + ": unreadable (expected: a number of lines; remove it to start over)");
    }
  }

  void note(long linesDone) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.writeString(unfinished, linesDone + "\n");
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw CliException.wrongInput(file + ": unwritable (expected: --state names a file)");
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException unwritable) {
      throw CliException.wrongInput(file + ": cannot be removed (expected: nothing left to do)");
    }
  }
}
