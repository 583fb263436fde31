package isegoria.tests.platform;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ObjectName;

/** Bytes of SSTables that a node has written since it began, by flushes and by compactions. */
public final class SstableBytes {
  private static final List<String> METRICS = List.of("BytesFlushed", "CompactionBytesWritten");

  private SstableBytes() {}

  /** Of all tables of some keyspaces, once what is in memory is written out. */
  public static long written(long pid, List<String> keyspaces) {
    var sum = new AtomicLong();
    try {
      CassandraBeans.ask(
          pid,
          keyspaces,
          (beans, keyspace) -> {
            Flush.flush(beans, keyspace);
            for (String metric : METRICS) {
              var all =
                  new ObjectName(
                      "org.apache.cassandra.metrics:type=Table,keyspace=%s,scope=*,name=%s"
                          .formatted(keyspace, metric));
              for (ObjectName table : beans.queryNames(all, null)) {
                sum.addAndGet(((Number) beans.getAttribute(table, "Count")).longValue());
              }
            }
          });
    } catch (IOException e) {
      throw new IllegalStateException("cassandra: bytes written not known", e);
    }
    return sum.get();
  }
}
