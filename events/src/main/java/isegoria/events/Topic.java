package isegoria.events;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One topic as a value: who owns it, who may read it, how long it lasts, what its records are.
 *
 * <p>Creation, access lists, documentation and tests all come from this one description.
 *
 * @param retentionDays days until a record goes; {@link #FOREVER} for facts
 * @param fixedPartitions the count where it does not follow the cluster's, else 0
 * @param schema what a value is, where it is Avro
 */
public record Topic(
    String name,
    String service,
    Access access,
    Cleanup cleanup,
    int retentionDays,
    int fixedPartitions,
    @Nullable Schema schema) {

  /** Facts are kept for ever; the broker's own default is seven days. */
  public static final int FOREVER = -1;

  /** Who may read a topic. */
  public enum Access {
    /** Everybody with an analyst's account. */
    OPEN,
    /** The platform's own services only. */
    RESTRICTED,
    /** Its own service only. */
    INTERNAL
  }

  /** What becomes of old records. */
  public enum Cleanup {
    DELETE,
    COMPACT
  }

  public int partitions(int clusterPartitions) {
    return fixedPartitions > 0 ? fixedPartitions : clusterPartitions;
  }

  /** The broker's configuration of this topic, complete: nothing is left to a broker's default. */
  public Map<String, String> config() {
    Map<String, String> config = new TreeMap<>();
    config.put("cleanup.policy", cleanup == Cleanup.COMPACT ? "compact" : "delete");
    config.put("segment.ms", Long.toString(Duration.ofDays(1).toMillis()));
    if (cleanup == Cleanup.COMPACT) {
      config.put("max.compaction.lag.ms", Long.toString(Duration.ofDays(1).toMillis()));
      config.put("delete.retention.ms", Long.toString(Duration.ofDays(1).toMillis()));
      config.put("retention.ms", "-1");
    } else {
      config.put(
          "retention.ms",
          retentionDays == FOREVER
              ? "-1"
              : Long.toString(Duration.ofDays(retentionDays).toMillis()));
    }
    config.put("compression.type", "producer");
    config.put("message.timestamp.type", "CreateTime");
    config.put("max.message.bytes", Integer.toString(MESSAGE_BYTES_MAX));
    return Map.copyOf(config);
  }

  /** Bytes of one record: a post of a thousand characters with fifty revisions stays far below. */
  public static final int MESSAGE_BYTES_MAX = 1_000_000;

  @Override
  public String toString() {
    return name;
  }
}
