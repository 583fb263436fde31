package isegoria.timeline.feed.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.TopicReader;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.read.Progress;
import isegoria.eventsourcing.read.Tail;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.live.ViewWatcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Fills the recent log of this instance from the slim log.
 *
 * <p>Its progress is the positions of the events themselves, which slim records carry: an author
 * waits until the post is in the log, not until the log has read some offset.
 */
public final class RecentLogTail implements TopicReader, AutoCloseable {

  /** How much later than by its id a record may have been written by a clock that differs. */
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(5);

  /** Of a record that does not say what it was made from. */
  private static final Position UNKNOWN = new Position("unknown", 0, 0);

  private final RecentLog log;
  private final Tail tail;
  private final Progress progress = new Progress("recent-log");
  private final Clock clock;
  private final Timer visible;
  private final ViewWatcher watcher;
  private boolean begun;

  public RecentLogTail(
      KafkaSettings kafka,
      RecentLog log,
      Barrier barrier,
      Clock clock,
      MeterRegistry meters,
      ViewWatcher watcher) {
    this.log = log;
    this.watcher = watcher;
    this.clock = clock;
    this.visible =
        Timer.builder("feeds.visible")
            .description("Time from an event's record to its entry in this instance's memory")
            .register(meters);
    this.tail =
        new Tail(
            kafka,
            "recent-log",
            List.of(Topics.TIMELINE_FEED_POSTS),
            OnUndecodable.SKIP,
            this::read);
    barrier.register(Topics.POST_EVENTS.name(), progress);
    barrier.register(Topics.POST_PRIVATE_EVENTS.name(), progress);
  }

  public void start() {
    tail.start();
  }

  @Override
  public boolean caughtUp() {
    return tail.caughtUp();
  }

  @Override
  public String name() {
    return tail.name();
  }

  @Override
  public Optional<BadRecords> badRecords() {
    return tail.badRecords();
  }

  /** Whether it has caught up and reads on; without that, homes stand still. */
  @Override
  public boolean healthy() {
    return tail.healthy();
  }

  void read(ConsumerRecord<String, byte[]> slim) {
    if (!begun && slim.offset() > 0) {
      log.missing(Buckets.firstIdAt(Instant.ofEpochMilli(slim.timestamp()).plus(CLOCK_SLACK)));
    }
    begun = true;
    String header = RecordHeader.text(slim.headers(), SlimProcessor.SOURCE);
    List<Position> sources = header == null ? List.of() : Position.parse(header);
    Position at = sources.isEmpty() ? UNKNOWN : sources.getFirst();
    try {
      FeedFact fact = FeedFactCodec.decode(slim.value());
      FeedEntry before = fact instanceof FeedFact.Removed(long id) ? log.find(id) : null;
      log.accept(fact, at.topic() + "/" + at.partition(), at.offset());
      if (tail.caughtUp()) {
        visible.record(Duration.between(Instant.ofEpochMilli(slim.timestamp()), clock.instant()));
        tell(fact, before);
      }
    } finally {
      // Also past an entry that cannot be decoded: it never comes, so its author waits no longer.
      sources.forEach(each -> progress.advance(each.topic(), each.partition(), each.offset()));
    }
  }

  private void tell(FeedFact fact, @Nullable FeedEntry before) {
    switch (fact) {
      case FeedFact.Appeared(FeedEntry entry) -> watcher.appeared(entry);
      case FeedFact.Removed(long id) -> watcher.removed(id, before);
      case FeedFact.Readdressed _ -> {}
    }
  }

  @Override
  public void close() {
    tail.close();
  }
}
