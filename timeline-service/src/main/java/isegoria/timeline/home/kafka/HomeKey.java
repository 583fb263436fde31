package isegoria.timeline.home.kafka;

import isegoria.events.Partitioning;
import java.util.Optional;
import java.util.Set;

/** Keys of the snapshots' topic: {@code <reader>/home} and {@code <reader>/read}. */
final class HomeKey {

  private static final String SNAPSHOT = "home";

  /** When the reader was last seen reading; the feeds' task keeps it apart from the snapshot. */
  private static final String READ = "read";

  private HomeKey() {}

  static String ofSnapshot(long readerId) {
    return Partitioning.key(Long.toString(readerId), SNAPSHOT);
  }

  static String ofRead(long readerId) {
    return Partitioning.key(Long.toString(readerId), READ);
  }

  static boolean isSnapshot(String key) {
    return key.endsWith("/" + SNAPSHOT);
  }

  static boolean isRead(String key) {
    return key.endsWith("/" + READ);
  }

  static long readerOf(String key) {
    return Long.parseLong(Partitioning.ownerOf(key));
  }

  /** By the reader, as every record of the platform is by its owner. */
  static Optional<Set<Integer>> partition(String key, int partitions) {
    return Optional.of(Set.of(Partitioning.ofKey(key, partitions)));
  }
}
