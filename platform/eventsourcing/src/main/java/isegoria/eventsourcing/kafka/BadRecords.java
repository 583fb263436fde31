package isegoria.eventsourcing.kafka;

import isegoria.events.UnknownKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records that one consumer could not apply: what it does with each, how many there were, and
 * which of them degrade it now.
 *
 * <p>It exists so that a record can never end a consumer's thread, which would end the next
 * instance's as well.
 */
public final class BadRecords {

  private static final Logger LOG = LoggerFactory.getLogger(BadRecords.class);

  /** Records listed for an operator; all are counted, and one is enough to be degraded. */
  static final int LISTED_MAX = 1_000;

  /** Says whether an operator has had a record skipped. */
  @FunctionalInterface
  public interface Skips {
    boolean isSkipped(String topic, int partition, long offset);
  }

  private final String reader;
  private final OnUndecodable policy;
  private final Skips skips;
  private final AtomicLong undecodable = new AtomicLong();
  private final AtomicLong unknown = new AtomicLong();
  private final AtomicLong skipped = new AtomicLong();

  /** By partition where it is paused, else by the record's key. */
  private final Map<String, BadRecord> open = new ConcurrentHashMap<>();

  public BadRecords(String reader, OnUndecodable policy) {
    this(reader, policy, (topic, partition, offset) -> false);
  }

  /** Of a consumer whose paused partitions go on past what {@code skips} names. */
  public BadRecords(String reader, OnUndecodable policy, Skips skips) {
    this.reader = reader;
    this.policy = policy;
    this.skips = skips;
  }

  /** Notes that a record was applied: what is now known of its key is no longer old. */
  public void applied(ConsumerRecord<String, ?> record) {
    if (!open.isEmpty()) {
      open.remove(place(record));
    }
  }

  /**
   * Notes what a codec threw for a record.
   *
   * @return whether the consumer goes on with the next record; else it pauses the partition here
   */
  public boolean passesOver(ConsumerRecord<String, ?> record, RuntimeException failure) {
    if (failure instanceof UnknownKind) {
      unknown.incrementAndGet();
      LOG.debug("{}: passes over {}", reader, failure.getMessage());
      return true;
    }
    var bad =
        new BadRecord(
            reader,
            record.topic(),
            record.partition(),
            record.offset(),
            failure.getClass().getSimpleName() + thrownAt(failure),
            Instant.now());
    if (skips.isSkipped(bad.topic(), bad.partition(), bad.offset())) {
      skipped.incrementAndGet();
      open.remove(place(record));
      LOG.warn("{}: skips {}, as an operator asked", reader, bad.at());
      return true;
    }
    note(place(record), bad);
    return policy != OnUndecodable.PAUSE;
  }

  /** Where in this code base; the message stays out, since it may quote the record. */
  private static String thrownAt(RuntimeException failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("isegoria."))
        .findFirst()
        .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("");
  }

  /** A batch that is read again brings the same record: it is one. */
  private void note(String place, BadRecord bad) {
    BadRecord before = open.get(place);
    if (before != null && before.at().equals(bad.at())) {
      return;
    }
    undecodable.incrementAndGet();
    LOG.error(
        "{}: cannot decode {}: {}; {} (runbook: a-record-cannot-be-decoded)",
        reader,
        bad.at(),
        bad.error(),
        switch (policy) {
          case PAUSE -> "pauses its partition";
          case SKIP -> "goes on without it";
          case KEEP_LAST -> "keeps the key's last value";
        });
    if (policy != OnUndecodable.SKIP && open.size() < LISTED_MAX) {
      open.put(place, bad);
    }
  }

  private String place(ConsumerRecord<String, ?> record) {
    return policy == OnUndecodable.PAUSE
        ? place(record.topic(), record.partition())
        : record.topic() + " " + record.key();
  }

  private static String place(String topic, int partition) {
    return topic + "/" + partition;
  }

  /** The record before which a partition is paused, if it is. */
  public Optional<BadRecord> pausedAt(TopicPartition partition) {
    return Optional.ofNullable(open.get(place(partition.topic(), partition.partition())));
  }

  /** Whether a paused partition may go on, because its record is skipped now. */
  public boolean maySkip(TopicPartition partition) {
    return pausedAt(partition)
        .map(bad -> skips.isSkipped(bad.topic(), bad.partition(), bad.offset()))
        .orElse(true);
  }

  /** Forgets what degrades other partitions than these: their new reader answers for them. */
  public void retain(Collection<TopicPartition> partitions) {
    open.values()
        .removeIf(bad -> !partitions.contains(new TopicPartition(bad.topic(), bad.partition())));
  }

  /** Forgets what degrades these partitions: their records are about to be read again. */
  public void clear(Collection<TopicPartition> partitions) {
    open.values()
        .removeIf(bad -> partitions.contains(new TopicPartition(bad.topic(), bad.partition())));
  }

  /** What degrades the consumer now, in the order of the log. */
  public List<BadRecord> degrading() {
    return open.values().stream()
        .sorted(
            Comparator.comparing(BadRecord::topic)
                .thenComparingInt(BadRecord::partition)
                .thenComparingLong(BadRecord::offset))
        .toList();
  }

  /** Records that could not be decoded since the start. */
  public long undecodable() {
    return undecodable.get();
  }

  /** Records of a kind that this version does not know since the start. */
  public long unknown() {
    return unknown.get();
  }

  /** Records that were passed over since the start because an operator asked for it. */
  public long skipped() {
    return skipped.get();
  }
}
