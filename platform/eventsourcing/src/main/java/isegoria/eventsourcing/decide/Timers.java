package isegoria.eventsourcing.decide;

import isegoria.eventsourcing.wire.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What falls due in one task, ordered by when, and the commands that time itself sends.
 *
 * <p>A command is sent and its entry deleted in one transaction, so it is sent once.
 */
final class Timers {

  /** The least time between two looks, so that a thousand dues at once are no busy loop. */
  private static final long LOOK_AFTER_MILLIS_MIN = 100;

  /** What is far off is looked for now and then all the same: a machine's clock may jump. */
  private static final long LOOK_AFTER_MILLIS_MAX = Duration.ofMinutes(1).toMillis();

  /** Commands that time sends in one look, and so in one transaction. */
  private static final int SENT_PER_LOOK_MAX = 500;

  private final ProcessorContext<String, byte[]> context;
  private final KeyValueStore<String, byte[]> dues;
  private @Nullable Cancellable look;
  private long lookAtMs = Long.MAX_VALUE;

  Timers(ProcessorContext<String, byte[]> context) {
    this.context = context;
    this.dues = context.getStateStore(DeciderTopology.DUES);
    lookForNext(context.currentSystemTimeMs());
  }

  /** Where an aggregate's next command stands: by time, then by aggregate. */
  static String key(Instant at, String aggregate) {
    return "%015d %s".formatted(at.toEpochMilli(), aggregate);
  }

  /** Replaces what was due for an aggregate by what is due now. */
  void move(@Nullable String former, @Nullable String next, byte @Nullable [] command) {
    if (former != null && !former.equals(next)) {
      dues.delete(former);
    }
    // Most changes move nothing: what stands already would cost a record of the changelog.
    if (next != null && command != null && !Arrays.equals(command, dues.get(next))) {
      dues.put(next, command);
      long nowMs = context.currentSystemTimeMs();
      if (lookAt(next, nowMs) < lookAtMs) {
        lookForNext(nowMs);
      }
    }
  }

  /**
   * Removes what is due for an aggregate that cannot be read, so that it cannot say when. It looks
   * through all dues of the task: such an aggregate is rare.
   */
  void removeAllOf(String aggregate) {
    List<String> found = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = dues.all()) {
      all.forEachRemaining(due -> {
        if (aggregateOf(due.key).equals(aggregate)) {
          found.add(due.key);
        }
      });
    }
    found.forEach(dues::delete);
  }

  private static String aggregateOf(String dueKey) {
    return dueKey.substring(dueKey.indexOf(' ') + 1);
  }

  /** Looks when the first is due, and never while nothing is: every look is a transaction. */
  private void lookForNext(long nowMs) {
    if (look != null) {
      look.cancel();
    }
    look = null;
    lookAtMs = Long.MAX_VALUE;
    try (KeyValueIterator<String, byte[]> first = dues.all()) {
      if (first.hasNext()) {
        lookAtMs = lookAt(first.next().key, nowMs);
        look =
            context.schedule(
                Duration.ofMillis(lookAtMs - nowMs),
                PunctuationType.WALL_CLOCK_TIME,
                this::sendDue);
      }
    }
  }

  private static long lookAt(String dueKey, long nowMs) {
    long dueMs = Long.parseLong(dueKey, 0, dueKey.indexOf(' '), 10);
    return Math.clamp(dueMs, nowMs + LOOK_AFTER_MILLIS_MIN, nowMs + LOOK_AFTER_MILLIS_MAX);
  }

  private void sendDue(long nowMs) {
    String end = "%015d ".formatted(nowMs + 1);
    int sent = 0;
    try (KeyValueIterator<String, byte[]> due = dues.range("", end)) {
      while (due.hasNext() && sent < SENT_PER_LOOK_MAX) {
        KeyValue<String, byte[]> entry = due.next();
        send(entry.key, entry.value, nowMs);
        dues.delete(entry.key);
        sent++;
      }
    }
    if (sent > 0) {
      context.commit();
    }
    lookForNext(nowMs);
  }

  private void send(String dueKey, byte[] tagged, long nowMs) {
    int end = 0;
    while (tagged[end] != '\n') {
      end++;
    }
    RecordHeaders headers = new RecordHeaders();
    headers.add(RecordHeader.AGGREGATE_TYPE, Arrays.copyOf(tagged, end));
    headers.add(
        RecordHeader.COMMAND_ID, Emitter.derivedId("due", dueKey).getBytes(StandardCharsets.UTF_8));
    headers.add(
        RecordHeader.OCCURRED_AT,
        Instant.ofEpochMilli(nowMs).toString().getBytes(StandardCharsets.UTF_8));
    context.forward(
        new Record<>(
            aggregateOf(dueKey),
            Arrays.copyOfRange(tagged, end + 1, tagged.length),
            nowMs,
            headers),
        DeciderTopology.OWN_COMMANDS);
  }
}
