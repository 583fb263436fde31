package isegoria.tests.platform;

import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import javax.management.ObjectName;

/**
 * The largest partition of each table, in bytes, by {@code keyspace.table}; tables that hold
 * nothing are left out.
 */
public record LargestPartitions(Map<String, Long> bytes) {

  public LargestPartitions {
    bytes = Map.copyOf(bytes);
  }

  /** As the node knows them once everything is written out and compacted. */
  public static LargestPartitions of(Running running) {
    long pid = running.unit("cassandra").pid();
    var found = new TreeMap<String, Long>();
    try {
      Flush.all(pid, true);
      CassandraBeans.ask(
          pid,
          CassandraBeans.KEYSPACES,
          (beans, keyspace) -> {
            var all =
                new ObjectName(
                    "org.apache.cassandra.metrics:type=Table,keyspace=%s,scope=*,name=%s"
                        .formatted(keyspace, "MaxPartitionSize"));
            for (ObjectName table : beans.queryNames(all, null)) {
              long size = ((Number) beans.getAttribute(table, "Value")).longValue();
              if (size > 0) {
                found.put(keyspace + "." + table.getKeyProperty("scope"), size);
              }
            }
          });
    } catch (IOException e) {
      throw new IllegalStateException("cassandra: largest partitions not known", e);
    }
    return new LargestPartitions(found);
  }

  /** The table with the largest one of all; throws when there is none. */
  public Map.Entry<String, Long> largest() {
    return bytes.entrySet().stream().max(Comparator.comparing(Map.Entry::getValue)).orElseThrow();
  }

  public long of(String table) {
    return bytes.getOrDefault(table, 0L);
  }
}
