package isegoria.tests.platform;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a Cassandra node tells and does when its operator asks it. */
final class CassandraBeans {
  /** The platform's own. */
  static final List<String> KEYSPACES = List.of("account", "post", "timeline", "moderation");

  private CassandraBeans() {}

  /** What is asked of a node for each keyspace. */
  @FunctionalInterface
  interface Asked {
    void of(MBeanServerConnection beans, String keyspace) throws IOException, JMException;
  }

  /** Asks for each of some keyspaces in turn. */
  @SuppressWarnings("BanJNDI") // The node is a child of our own, reached by a socket of its own.
  static void ask(long pid, List<String> keyspaces, Asked asked) throws IOException {
    try {
      VirtualMachine node = VirtualMachine.attach(Long.toString(pid));
      String address = node.startLocalManagementAgent();
      node.detach();
      try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        for (String keyspace : keyspaces) {
          asked.of(beans, keyspace);
        }
      }
    } catch (AttachNotSupportedException | JMException e) {
      throw new IOException("node " + pid + ": " + e.getMessage(), e);
    }
  }
}
