package isegoria.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * Transactions that are open on a partition. A consumer of committed records there gets no record
 * after the start of the oldest one.
 */
final class OpenTransactions {

  private OpenTransactions() {}

  /** One of them; {@code lastWrite} is when its producer wrote there last. */
  record OpenTransaction(
      TopicPartition partition, long producerId, long startOffset, Instant lastWrite) {}

  /** Transactions without a record for so long, the longest silent first. */
  static List<OpenTransaction> silentFor(Admin admin, Duration silent, Instant now)
      throws InterruptedException, ExecutionException {
    Collection<TopicDescription> topics =
        admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values();
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic ->
                topic.partitions().stream()
                    .map(each -> new TopicPartition(topic.name(), each.partition())))
            .toList();
    List<OpenTransaction> open = new ArrayList<>();
    for (var each : admin.describeProducers(partitions).all().get().entrySet()) {
      each.getValue().activeProducers().forEach(producer -> add(each, producer, open));
    }
    return open.stream()
        .filter(each -> Duration.between(each.lastWrite(), now).compareTo(silent) >= 0)
        .sorted(Comparator.comparing(OpenTransaction::lastWrite))
        .toList();
  }

  private static void add(
      Map.Entry<TopicPartition, ?> at, ProducerState producer, List<OpenTransaction> open) {
    producer
        .currentTransactionStartOffset()
        .ifPresent(start ->
            open.add(
                new OpenTransaction(
                    at.getKey(),
                    producer.producerId(),
                    start,
                    Instant.ofEpochMilli(producer.lastTimestamp()))));
  }
}
