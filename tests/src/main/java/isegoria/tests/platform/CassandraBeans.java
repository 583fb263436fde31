package isegoria.tests.platform;

import java.io.IOException;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServerConnection;

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
  static void ask(long pid, List<String> keyspaces, Asked asked) throws IOException {
    NodeBeans.ask(
        pid,
        beans -> {
          for (String keyspace : keyspaces) {
            asked.of(beans, keyspace);
          }
        });
  }
}
