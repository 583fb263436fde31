package isegoria.tests.sweep;

import isegoria.infra.DevConfig;
import isegoria.tests.platform.Systems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** A day in seconds: the windows after which nothing of an erased person may be left. */
final class RetentionWindows {
  /** How long a repeated command gets its first answer. */
  static final String DEDUPE = "5s";

  /** Longer than any command is under way, or the erasure's own would be lost. */
  private static final int RETENTION_MILLIS = 10_000;

  private static final int SECONDS_MAX = 30;

  private RetentionWindows() {}

  /** A system that looks for what has passed every second instead of every few minutes. */
  static DevConfig shortened(DevConfig config) {
    return config
        // One partition: the person who stays shares it with the person who is erased.
        .withPartitions(1)
        .withArguments(
            "kafka", "log.retention.check.interval.ms=1000", "log.cleaner.backoff.ms=500")
        .withArguments("account", "--isegoria.dedupe-window=" + DEDUPE)
        .withArguments("post", "--isegoria.dedupe-window=" + DEDUPE)
        .withArguments("moderation", "--isegoria.dedupe-window=" + DEDUPE);
  }

  /** Makes every limited retention and every compaction a matter of seconds. */
  static void shorten(DevConfig config) {
    try (Admin admin = Admin.create(Systems.operator(config))) {
      List<ConfigResource> topics =
          await(admin.listTopics().names()).stream()
              .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
              .toList();
      Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
      await(admin.describeConfigs(topics).all())
          .forEach((topic, present) -> changes.put(topic, changes(present)));
      await(admin.incrementalAlterConfigs(changes).all());
    }
  }

  private static List<AlterConfigOp> changes(Config present) {
    var changes = new ArrayList<AlterConfigOp>();
    changes.add(set("segment.ms", 1_000));
    changes.add(set("file.delete.delay.ms", 500));
    if (value(present, "cleanup.policy").contains("compact")) {
      changes.add(set("max.compaction.lag.ms", 1_000));
      changes.add(set("delete.retention.ms", 1_000));
      changes.add(
          new AlterConfigOp(
              new ConfigEntry("min.cleanable.dirty.ratio", "0.001"), AlterConfigOp.OpType.SET));
    }
    // What is kept for ever is kept for ever: an erasure must not need its end.
    if (value(present, "cleanup.policy").contains("delete")
        && !value(present, "retention.ms").equals("-1")) {
      changes.add(set("retention.ms", RETENTION_MILLIS));
    }
    return changes;
  }

  private static AlterConfigOp set(String name, int value) {
    return new AlterConfigOp(
        new ConfigEntry(name, Integer.toString(value)), AlterConfigOp.OpType.SET);
  }

  private static String value(Config config, String name) {
    return config.get(name).value();
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka: " + e.getMessage() + " (expected: an answer)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
