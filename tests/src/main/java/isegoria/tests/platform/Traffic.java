package isegoria.tests.platform;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/**
 * What the broker and the database have done so far, as their own metrics count it.
 *
 * @param records appended by topic, transaction markers and internal topics included
 * @param requests the broker has answered, by API
 * @param written rows by table, one for each partition update
 * @param read partitions by table
 */
public record Traffic(
    Map<String, Long> records,
    Map<String, Long> requests,
    Map<String, Long> written,
    Map<String, Long> read) {

  /** Less than this for each act is not listed; it stays in the sums. */
  private static final double LISTED_MIN = 0.05;

  public Traffic {
    records = Map.copyOf(records);
    requests = Map.copyOf(requests);
    written = Map.copyOf(written);
    read = Map.copyOf(read);
  }

  /** Everything since the nodes' start. */
  public static Traffic of(Running running) {
    var records = new TreeMap<String, Long>();
    var requests = new TreeMap<String, Long>();
    var written = new TreeMap<String, Long>();
    var read = new TreeMap<String, Long>();
    try {
      NodeBeans.ask(
          running.unit("kafka").pid(),
          beans -> {
            add(beans, "kafka.log:type=Log,name=LogEndOffset,*", "Value", "topic", records);
            add(
                beans,
                "kafka.network:type=RequestMetrics,name=RequestsPerSec,*",
                "Count",
                "request",
                requests);
          });
      NodeBeans.ask(
          running.unit("cassandra").pid(),
          beans -> {
            for (String keyspace : CassandraBeans.KEYSPACES) {
              String table = "org.apache.cassandra.metrics:type=Table,keyspace=" + keyspace;
              add(beans, table + ",name=WriteLatency,*", "Count", "scope", written);
              add(beans, table + ",name=ReadLatency,*", "Count", "scope", read);
            }
          });
    } catch (IOException e) {
      System.out.println("traffic: not counted: " + e);
    }
    return new Traffic(records, requests, written, read);
  }

  private static void add(
      MBeanServerConnection beans,
      String pattern,
      String attribute,
      String label,
      Map<String, Long> sums)
      throws IOException, JMException {
    for (ObjectName name : beans.queryNames(new ObjectName(pattern), null)) {
      String keyspace = name.getKeyProperty("keyspace");
      String of = name.getKeyProperty(label);
      sums.merge(
          keyspace == null ? of : keyspace + "." + of,
          ((Number) beans.getAttribute(name, attribute)).longValue(),
          Long::sum);
    }
  }

  public Traffic since(Traffic before) {
    return new Traffic(
        less(records, before.records),
        less(requests, before.requests),
        less(written, before.written),
        less(read, before.read));
  }

  private static Map<String, Long> less(Map<String, Long> now, Map<String, Long> before) {
    var grown = new HashMap<String, Long>();
    now.forEach((what, count) -> {
      long more = count - before.getOrDefault(what, 0L);
      if (more > 0) {
        grown.put(what, more);
      }
    });
    return grown;
  }

  /** The sums for each of so many acts. */
  public String line(int acts) {
    return String.format(
        Locale.ROOT,
        "%.1f records, %.1f broker requests, %.1f rows written, %.1f read",
        (double) sum(records) / acts,
        (double) sum(requests) / acts,
        (double) sum(written) / acts,
        (double) sum(read) / acts);
  }

  /** What the sums consist of, most first. */
  public String details(int acts) {
    return "records: %s; requests: %s; written: %s; read: %s"
        .formatted(
            list(records, acts), list(requests, acts), list(written, acts), list(read, acts));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(each -> each).sum();
  }

  private static String list(Map<String, Long> counts, int acts) {
    return counts.entrySet().stream()
        .filter(each -> (double) each.getValue() / acts >= LISTED_MIN)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(each ->
            String.format(Locale.ROOT, "%s %.1f", each.getKey(), (double) each.getValue() / acts))
        .collect(Collectors.joining(", "));
  }
}
