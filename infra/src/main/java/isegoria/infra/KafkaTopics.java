package isegoria.infra;

import isegoria.events.Topic;
import isegoria.events.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** Makes the broker's topics what the registry of topics says: created, and configured so. */
final class KafkaTopics {
  private static final int SECONDS_MAX = 30;

  private final Admin admin;

  KafkaTopics(Admin admin) {
    this.admin = admin;
  }

  /** Creates what is absent and configures all; says how many were created. */
  int bringUp(int partitions) {
    Set<String> present = await(admin.listTopics().names());
    var absent = new ArrayList<NewTopic>();
    for (Topic topic : Topics.all()) {
      if (!present.contains(topic.name())) {
        absent.add(
            new NewTopic(topic.name(), topic.partitions(partitions), (short) 1)
                .configs(topic.config()));
      }
    }
    await(admin.createTopics(absent).all());
    requirePartitions(present, partitions);
    configure(present);
    return absent.size();
  }

  private void requirePartitions(Set<String> present, int partitions) {
    List<Topic> known =
        Topics.all().stream().filter(topic -> present.contains(topic.name())).toList();
    var described =
        await(admin.describeTopics(known.stream().map(Topic::name).toList()).allTopicNames());
    for (Topic topic : known) {
      int actual = Objects.requireNonNull(described.get(topic.name())).partitions().size();
      if (actual != topic.partitions(partitions)) {
        throw new DevException(
            "%s: %d partitions (expected: %d, fixed at creation); run make reset"
                .formatted(topic, actual, topic.partitions(partitions)));
      }
    }
  }

  private void configure(Set<String> present) {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new LinkedHashMap<>();
    for (Topic topic : Topics.all()) {
      if (present.contains(topic.name())) {
        var operations = new ArrayList<AlterConfigOp>();
        topic
            .config()
            .forEach((key, value) ->
                operations.add(
                    new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
        changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), operations);
      }
    }
    await(admin.incrementalAlterConfigs(changes).all());
  }

  static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new DevException("Kafka: " + e.getMessage() + " (expected: an answer)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevException("interrupted", e);
    }
  }
}
