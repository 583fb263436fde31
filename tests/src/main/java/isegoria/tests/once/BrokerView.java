package isegoria.tests.once;

import isegoria.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the broker itself says of the deciders: who has which partition, what is left open. */
final class BrokerView implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
  private static final long ANSWER_SECONDS_MAX = 10;

  private final Admin admin;

  BrokerView(String bootstrapServers) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  void createTopics() {
    List<NewTopic> topics = Appending.allTopics().stream().map(BrokerView::fresh).toList();
    await(admin.createTopics(topics).all().toCompletionStage().toCompletableFuture());
  }

  private static NewTopic fresh(Topic topic) {
    return new NewTopic(topic.name(), topic.partitions(Appending.PARTITIONS), (short) 1)
        .configs(topic.config());
  }

  /** Whether no partition is on its way from one instance to the other. */
  boolean isSettled() {
    ConsumerGroupDescription group = deciders();
    return group != null && group.groupState() == GroupState.STABLE;
  }

  private @Nullable ConsumerGroupDescription deciders() {
    return await(
            admin
                .describeConsumerGroups(List.of(Appending.DECIDER_GROUP))
                .all()
                .toCompletionStage()
                .toCompletableFuture())
        .get(Appending.DECIDER_GROUP);
  }

  /** The partitions of commands that an instance decides now. */
  Set<Integer> partitionsOf(int instance) {
    ConsumerGroupDescription group = deciders();
    var partitions = new TreeSet<Integer>();
    // Streams adds the number of the thread to the name of the member.
    String prefix = Appending.DECIDER_GROUP + "-" + instance + "-";
    if (group == null) {
      return partitions;
    }
    for (MemberDescription member : group.members()) {
      if (member.groupInstanceId().orElse("").startsWith(prefix)) {
        for (TopicPartition partition : member.assignment().topicPartitions()) {
          if (partition.topic().equals(Appending.TOPICS.commands().name())) {
            partitions.add(partition.partition());
          }
        }
      }
    }
    return partitions;
  }

  /** Whether a transaction stays open over two looks: no producer is there to end it. */
  boolean transactionLeftOpen() {
    Map<String, Long> first = openSince();
    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    Map<String, Long> second = openSince();
    return first.entrySet().stream()
        .anyMatch(open -> open.getValue().equals(second.get(open.getKey())));
  }

  private Map<String, Long> openSince() {
    var options = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
    List<String> ids =
        await(admin.listTransactions(options).all().toCompletionStage().toCompletableFuture())
            .stream()
            .map(TransactionListing::transactionalId)
            .toList();
    var since = new HashMap<String, Long>();
    if (!ids.isEmpty()) {
      await(admin.describeTransactions(ids).all().toCompletionStage().toCompletableFuture())
          .forEach((id, open) -> since.put(id, startOf(open)));
    }
    return since;
  }

  private static long startOf(TransactionDescription open) {
    return open.state() == TransactionState.ONGOING
        ? open.transactionStartTimeMs().orElse(-1)
        : -System.nanoTime();
  }

  private static <T> T await(java.util.concurrent.CompletableFuture<T> answer) {
    try {
      return answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("broker: no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("broker: interrupted", e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
  }
}
