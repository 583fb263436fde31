package isegoria.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One file of the secrets folder, read again when it changed: keys are rotated while processes run,
 * and a process may start before its keys are there.
 */
final class SecretFile {

  /** How often the file's time is looked at, at most. */
  static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

  private final Path path;
  private final LongSupplier nanos;
  private @Nullable String text;
  private @Nullable FileTime modified;
  private long lookedNanos;

  SecretFile(Path folder, String name) {
    this(folder, name, System::nanoTime);
  }

  SecretFile(Path folder, String name, LongSupplier nanos) {
    this.path = folder.resolve(name);
    this.nanos = nanos;
    this.lookedNanos = nanos.getAsLong() - LOOK_INTERVAL.toNanos();
  }

  /** The content without white space around it, or null while there is no such file. */
  synchronized @Nullable String text() {
    long now = nanos.getAsLong();
    if (now - lookedNanos >= LOOK_INTERVAL.toNanos()) {
      lookedNanos = now;
      look();
    }
    return text;
  }

  private void look() {
    try {
      FileTime last = Files.getLastModifiedTime(path);
      if (!last.equals(modified)) {
        text = Files.readString(path, StandardCharsets.UTF_8).strip();
        modified = last;
      }
    } catch (NoSuchFileException absent) {
      text = null;
      modified = null;
    } catch (IOException unreadable) {
      throw new IllegalStateException(path + ": cannot be read (expected: readable)", unreadable);
    }
  }
}
