package isegoria.tests.platform;

import java.io.IOException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** Has a Cassandra node write its tables out, so that their bytes can be counted or searched. */
public final class Flush {
  private static final String STORAGE = "org.apache.cassandra.db:type=StorageService";

  private Flush() {}

  /** Writes all of the platform's keyspaces out; a node that cannot be asked is left alone. */
  static void all(long pid) {
    try {
      CassandraBeans.ask(pid, CassandraBeans.KEYSPACES, Flush::flush);
    } catch (IOException e) {
      System.out.println("cassandra: not written out before counting: " + e);
    }
  }

  /** Writes them out and, when asked to, has each table be one file without what was deleted. */
  public static void all(long pid, boolean compacted) throws IOException {
    CassandraBeans.ask(
        pid,
        CassandraBeans.KEYSPACES,
        (beans, keyspace) -> {
          flush(beans, keyspace);
          if (compacted) {
            beans.invoke(
                new ObjectName(STORAGE),
                "forceKeyspaceCompaction",
                new Object[] {false, keyspace, new String[0]},
                new String[] {
                  boolean.class.getName(), String.class.getName(), String[].class.getName()
                });
          }
        });
  }

  static void flush(MBeanServerConnection beans, String keyspace) throws IOException, JMException {
    beans.invoke(
        new ObjectName(STORAGE),
        "forceKeyspaceFlush",
        new Object[] {keyspace, new String[0]},
        new String[] {String.class.getName(), String[].class.getName()});
  }
}
