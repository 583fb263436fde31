package isegoria.tests.platform;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Has a Cassandra node write its tables out, so that their bytes can be counted or searched. */
public final class Flush {
  private static final String STORAGE = "org.apache.cassandra.db:type=StorageService";

  private Flush() {}

  /** What is asked of a node for each keyspace. */
  @FunctionalInterface
  private interface Asked {
    void of(MBeanServerConnection beans, String keyspace) throws IOException, JMException;
  }

  /** Writes all of the platform's keyspaces out; a node that cannot be asked is left alone. */
  static void all(long pid) {
    try {
      ask(pid, Flush::flush);
    } catch (IOException e) {
      System.out.println("cassandra: not written out before counting: " + e);
    }
  }

  /** Writes them out and, when asked to, has each table be one file without what was deleted. */
  public static void all(long pid, boolean compacted) throws IOException {
    ask(
        pid,
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

  private static void flush(MBeanServerConnection beans, String keyspace)
      throws IOException, JMException {
    beans.invoke(
        new ObjectName(STORAGE),
        "forceKeyspaceFlush",
        new Object[] {keyspace, new String[0]},
        new String[] {String.class.getName(), String[].class.getName()});
  }

  @SuppressWarnings("BanJNDI") // The node is a child of our own, reached by a socket of its own.
  private static void ask(long pid, Asked asked) throws IOException {
    try {
      VirtualMachine node = VirtualMachine.attach(Long.toString(pid));
      String address = node.startLocalManagementAgent();
      node.detach();
      try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        for (String keyspace : new String[] {"account", "post", "timeline", "moderation"}) {
          asked.of(beans, keyspace);
        }
      }
    } catch (AttachNotSupportedException | JMException e) {
      throw new IOException("node " + pid + ": " + e.getMessage(), e);
    }
  }
}
