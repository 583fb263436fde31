package isegoria.benchmarks.ladder;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a Cassandra node has written its commit log.
 *
 * <p>Segments are numbered one after the other and made at full length, one of them before it is
 * needed: the last byte that is not zero is where the log ends.
 */
final class CommitLog {

  /** A segment that is only ready has a head of some twenty bytes. */
  private static final int HEAD_BYTES_MAX = 64;

  private static final int CHUNK = 64 << 10;

  private CommitLog() {}

  /** Bytes from a beginning that is the same as long as the node runs; 0 without segments. */
  static long position(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> newestFirst =
          files
              .filter(file -> file.getFileName().toString().endsWith(".log"))
              .sorted(Comparator.comparingLong(CommitLog::number).reversed())
              .toList();
      for (Path segment : newestFirst) {
        long end = end(segment);
        if (end > HEAD_BYTES_MAX) {
          return number(segment) * Files.size(segment) + end;
        }
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": commit log cannot be read", e);
    }
  }

  /** {@code CommitLog-<version>-<number>.log}. */
  private static long number(Path segment) {
    String name = segment.getFileName().toString();
    return Long.parseLong(name.substring(name.lastIndexOf('-') + 1, name.length() - 4));
  }

  /** Past the last byte that is not zero. */
  private static long end(Path segment) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (var file = new RandomAccessFile(segment.toFile(), "r")) {
      for (long from = file.length(); from > 0; ) {
        int some = (int) Math.min(CHUNK, from);
        from -= some;
        file.seek(from);
        file.readFully(chunk, 0, some);
        for (int i = some - 1; i >= 0; i--) {
          if (chunk[i] != 0) {
            return from + i + 1;
          }
        }
      }
    }
    return 0;
  }
}
