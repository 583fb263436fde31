package isegoria.eventsourcing.apply;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.events.Topic;
import isegoria.eventsourcing.kafka.BadRecord;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.TopicReader;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.read.SharedProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Materializes topics, of its own service or another's, into tables, shared by all instances.
 *
 * <p>A record that its writer cannot decode pauses that record's partition, on whichever instance
 * reads it, until an operator retries or skips it; other partitions and other views go on.
 */
public final class ViewConsumer implements TopicReader, AutoCloseable {

  private final String view;
  private final SharedView sharedView;
  private final RowWriter writer;
  private final ApplyLoop loop;
  private final Set<String> parts;
  private final SharedProgress shared;
  private final BadRecords badRecords;
  private boolean publishes;
  private boolean gathers;
  private Runnable clear = () -> {};

  /**
   * Builds the view; {@link #start} starts it.
   *
   * @param view its name, unique in the service: consumer group {@code <service>-view-<name>}
   * @param shared tells other instances how far the view is, and it which records are skipped
   */
  public ViewConsumer(
      KafkaSettings kafka,
      String view,
      List<Topic> topics,
      RowWriter writer,
      SharedProgress shared,
      MeterRegistry meters) {
    this.view = view;
    this.shared = shared;
    this.badRecords = new BadRecords(view, OnUndecodable.PAUSE, shared.skipsOf(view));
    this.sharedView = new SharedView(kafka, view, topics, shared);
    this.writer = writer;
    String group = sharedView.group();
    this.loop =
        new ApplyLoop(
            group,
            () -> gathers ? kafka.gathering(group) : kafka.consumer(group),
            Assignment.shared(sharedView.topics()),
            new Rows(),
            badRecords,
            meters);
    this.parts = Set.copyOf(named(sharedView.partitions()));
  }

  /** Lets readers at any instance wait for this view. Call it before the start. */
  public ViewConsumer registerAt(Barrier barrier) {
    sharedView.registerAt(barrier);
    return publishing();
  }

  /**
   * Publishes how far this view is, to the instances whose readers wait for it by {@link
   * SharedView}. Call it before the start.
   */
  public ViewConsumer publishing() {
    publishes = true;
    return this;
  }

  /** Applies records in portions, half a second late: no caller waits. Call it before the start. */
  public ViewConsumer gathering() {
    gathers = true;
    return this;
  }

  /**
   * Runs before rows are written again: the writer clears what it remembers of them. Before the
   * start.
   */
  public ViewConsumer clearing(Runnable memory) {
    clear = memory;
    return this;
  }

  public void start() {
    loop.start();
  }

  @Override
  public String name() {
    return view;
  }

  @Override
  public boolean healthy() {
    return loop.healthy();
  }

  @Override
  public Optional<BadRecords> badRecords() {
    return Optional.of(badRecords);
  }

  /** Has the records tried again before which this instance's share is paused. */
  public void retry() {
    loop.retry();
  }

  /** Has every instance skip the record before which a partition is paused. */
  public CompletionStage<Void> skip(BadRecord bad, String reason, Instant now) {
    return shared.skip(
        new SharedProgress.Skip(view, bad.topic(), bad.partition(), bad.offset(), reason, now));
  }

  /** Has the last changes applied again: what Cassandra may have lost when it came back. */
  public void rewind(Duration back) {
    loop.rewind(back);
  }

  /** Whether a {@link #rewind} was asked for that has not been applied to its end. */
  public boolean isRewinding() {
    return loop.isRewinding();
  }

  /** Has everything applied again: what a table that was emptied is made of. */
  public void rewindToStart() {
    loop.rewindToStart();
  }

  /** Records of its partitions that it has not applied yet. */
  public long behind() {
    return loop.behind();
  }

  /** The partitions that it sought to their beginning since the last {@link #rewindToStart}. */
  public Set<String> rewound() {
    return named(loop.rewound());
  }

  /** All partitions of its topics, whichever instance reads them. */
  public Set<String> parts() {
    return parts;
  }

  private Set<String> named(Set<TopicPartition> partitions) {
    return partitions.stream()
        .map(partition -> part(partition.topic(), partition.partition()))
        .collect(Collectors.toSet());
  }

  private String part(String topic, int partition) {
    return view + "/" + topic + "/" + partition;
  }

  private final class Rows implements ApplyLoop.Steps {

    @Override
    public CompletableFuture<?> write(ConsumerRecord<String, byte[]> change) {
      return writer.write(change).toCompletableFuture();
    }

    @Override
    public void goesBack() {
      clear.run();
    }

    @Override
    public void paused(BadRecord at) {
      shared.pause(at);
    }

    @Override
    public void applied(List<ConsumerRecord<String, byte[]>> batch) {
      for (ConsumerRecord<String, byte[]> change : batch) {
        shared.resume(view, change.topic(), change.partition());
      }
      if (!publishes) {
        return;
      }
      Map<TopicPartition, Long> passed = new HashMap<>();
      for (ConsumerRecord<String, byte[]> change : batch) {
        Position place = Position.of(change);
        passed.merge(
            new TopicPartition(place.topic(), place.partition()), place.offset(), Math::max);
      }
      passed.forEach(
          (source, position) -> shared.publish(view, source.topic(), source.partition(), position));
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
