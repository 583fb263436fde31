package isegoria.tests.platform;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The management beans of a Kafka broker or Cassandra node that runs on this machine. */
final class NodeBeans {

  private NodeBeans() {}

  /** What is asked of a node. */
  @FunctionalInterface
  interface Asked {
    void of(MBeanServerConnection beans) throws IOException, JMException;
  }

  /** Attaches to a process and asks its beans. */
  @SuppressWarnings("BanJNDI") // The node is a child of our own, reached by a socket of its own.
  static void ask(long pid, Asked asked) throws IOException {
    try {
      VirtualMachine node = VirtualMachine.attach(Long.toString(pid));
      String address = node.startLocalManagementAgent();
      node.detach();
      try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
        asked.of(connector.getMBeanServerConnection());
      }
    } catch (AttachNotSupportedException | JMException e) {
      throw new IOException("node " + pid + ": " + e.getMessage(), e);
    }
  }
}
