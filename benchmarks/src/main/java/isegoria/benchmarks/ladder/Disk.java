package isegoria.benchmarks.ladder;

import isegoria.tests.platform.SstableBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a Kafka and a Cassandra have written, by what keeps it. */
@FunctionalInterface
interface Disk {

  /** Written so far; what Cassandra has in memory is written out first, which takes a while. */
  Bytes written();

  /**
   * Bytes.
   *
   * @param kafkaLog of records, as they are stored
   * @param commitLog of Cassandra
   * @param sstables of Cassandra, by flushes and compactions
   */
  record Bytes(long kafkaLog, long commitLog, long sstables) {
    Bytes since(Bytes before) {
      return new Bytes(
          kafkaLog - before.kafkaLog, commitLog - before.commitLog, sstables - before.sstables);
    }
  }

  /**
   * Of a pair of nodes.
   *
   * @param files below which they keep theirs
   * @param keyspaces whose tables count
   */
  static Disk of(Path files, long cassandraPid, List<String> keyspaces) {
    return () -> {
      // First the log, to which a flush writes what it has done.
      long commitLog = CommitLog.position(files.resolve("cassandra/storage/commitlog"));
      return new Bytes(
          logBytes(files.resolve("kafka/log")),
          commitLog,
          SstableBytes.written(cassandraPid, keyspaces));
    };
  }

  private static long logBytes(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(file -> file.toString().endsWith(".log")).mapToLong(Disk::size).sum();
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalStateException(directory + ": cannot be counted", e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }
}
