package isegoria.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Where a record belongs: by its owner, never by its whole key.
 *
 * <p>One owner's commands, facts and states stand in one partition of every topic, so one writer
 * sees them in order. Every producer and every Streams sink sets the partition with this function;
 * the default partitioner hashes the whole key and would tear them apart.
 */
public final class Partitioning {

  private Partitioning() {}

  /** The key {@code <owner>/<aggregate>}. */
  public static String key(String owner, String aggregate) {
    return owner + "/" + aggregate;
  }

  /** The owner of a key: what stands before its first slash. */
  public static String ownerOf(String key) {
    int slash = key.indexOf('/');
    if (slash < 1) {
      throw new IllegalArgumentException("key: " + key + " (expected: <owner>/<aggregate>)");
    }
    return key.substring(0, slash);
  }

  /** murmur2(owner) mod n, as Kafka's own producers compute it for a UTF-8 key. */
  public static int of(String owner, int partitions) {
    return Utils.toPositive(Utils.murmur2(owner.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  public static int ofKey(String key, int partitions) {
    return of(ownerOf(key), partitions);
  }
}
