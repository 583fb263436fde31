package isegoria.tether;

import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What a single node owes its own past after a kill: its controller fences the broker that it was,
 * before the broker starts again.
 *
 * <p>Its metadata still call the killed broker a leader. A broker that starts so takes up its
 * transaction coordinator at once, then registers again, and for a moment leads nothing; a
 * transaction whose end the coordinator writes in that moment is taken for one of deleted topics.
 * Its markers are never written, and who reads committed records waits for them for ever.
 */
final class UncleanStop {

  /** After this without a heartbeat a broker is fenced; no broker sends one here. */
  private static final int SESSION_MILLIS = 1_000;

  private static final Duration FENCED_MAX = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final String FENCED =
      "kafka.controller:type=KafkaController,name=FencedBrokerCount";

  private UncleanStop() {}

  /** Whether the node of this configuration ran before and was not stopped in order. */
  static boolean happened(Path configuration) throws IOException {
    Path files = Path.of(read(configuration).getProperty("log.dirs"));
    return Files.exists(files.resolve("meta.properties"))
        && !Files.exists(files.resolve(".kafka_cleanshutdown"));
  }

  /** Runs the node's controller alone until it has fenced the node's broker. */
  static void fence(Path configuration) throws IOException, ReflectiveOperationException {
    Class<?> config = Class.forName("kafka.server.KafkaConfig");
    Class<?> time = Class.forName("org.apache.kafka.common.utils.Time");
    Object server =
        Class.forName("kafka.server.KafkaRaftServer")
            .getConstructor(config, time)
            .newInstance(
                config
                    .getMethod("fromProps", Properties.class)
                    .invoke(null, controllerAlone(read(configuration))),
                time.getField("SYSTEM").get(null));
    server.getClass().getMethod("startup").invoke(server);
    try {
      awaitFenced();
    } finally {
      server.getClass().getMethod("shutdown").invoke(server);
      server.getClass().getMethod("awaitShutdown").invoke(server);
    }
  }

  private static Properties controllerAlone(Properties node) {
    String name = node.getProperty("controller.listener.names");
    for (String listener : node.getProperty("listeners").split(",")) {
      if (listener.startsWith(name + "://")) {
        node.setProperty("listeners", listener);
      }
    }
    node.setProperty("process.roles", "controller");
    node.setProperty("broker.session.timeout.ms", Integer.toString(SESSION_MILLIS));
    node.setProperty("broker.heartbeat.interval.ms", Integer.toString(SESSION_MILLIS / 2));
    node.remove("inter.broker.listener.name");
    node.remove("sasl.mechanism.inter.broker.protocol");
    return node;
  }

  private static void awaitFenced() {
    long end = System.nanoTime() + FENCED_MAX.toNanos();
    while (!isFenced()) {
      if (System.nanoTime() > end) {
        System.out.println("the killed broker was not fenced in " + FENCED_MAX.toSeconds() + " s");
        return;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static boolean isFenced() {
    try {
      Object fenced =
          ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(FENCED), "Value");
      return fenced instanceof Number count && count.intValue() > 0;
    } catch (InstanceNotFoundException notYet) {
      return false;
    } catch (JMException e) {
      throw new IllegalStateException(FENCED + ": cannot be read", e);
    }
  }

  private static Properties read(Path file) throws IOException {
    var properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return properties;
  }
}
