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

/** Has a Cassandra node write its tables out, so that their bytes can be counted. */
final class Flush {
  private static final String STORAGE = "org.apache.cassandra.db:type=StorageService";

  private Flush() {}

  /** Writes all of the platform's keyspaces out; a node that cannot be asked is left alone. */
  @SuppressWarnings("BanJNDI") // The node is a child of our own, reached by a socket of its own.
  static void all(long pid) {
    try {
      VirtualMachine node = VirtualMachine.attach(Long.toString(pid));
      String address = node.startLocalManagementAgent();
      node.detach();
      try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
        MBeanServerConnection beans = connector.getMBeanServerConnection();
        for (String keyspace : new String[] {"account", "post", "timeline", "moderation"}) {
          beans.invoke(
              new ObjectName(STORAGE),
              "forceKeyspaceFlush",
              new Object[] {keyspace, new String[0]},
              new String[] {String.class.getName(), String[].class.getName()});
        }
      }
    } catch (AttachNotSupportedException | IOException | JMException e) {
      System.out.println("cassandra: not written out before counting: " + e);
    }
  }
}
