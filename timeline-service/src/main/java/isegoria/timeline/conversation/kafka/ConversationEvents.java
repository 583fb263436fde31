package isegoria.timeline.conversation.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.EnvelopeCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.timeline.TimelinePrivateEvent;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.conversation.read.ConversationChange;
import isegoria.timeline.conversation.write.ConversationId;
import isegoria.timeline.feed.read.live.StreamEvents;
import isegoria.timeline.feed.read.live.StreamKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells this instance's open streams of conversations that have another post, once its pages show
 * the post. The tables are written by others, and the post comes by another topic, so it looks
 * until it finds it.
 */
public final class ConversationEvents {

  /** As clients call it. */
  static final String EVENT = "conversation";

  /** Posts that are looked for: of more, the first are left to the clients' next page. */
  static final int WAITING_MAX = 1_000;

  /** How long a post is looked for: one that its owner is not shown is never found. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Between two looks: each is a read of tables. */
  static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private static final Logger LOG = LoggerFactory.getLogger(ConversationEvents.class);

  private final AvroCodec<TimelinePrivateEvent> codec =
      AvroCodec.of(Topics.TIMELINE_PRIVATE_EVENTS, TimelinePrivateEvent.class);
  private final StreamEvents streams;
  private final Pages pages;
  private final InstantSource clock;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private Instant nextLook = Instant.MIN;

  /**
   * A conversation as pages show it.
   *
   * @param isMuted whether its owner wants to hear nothing of it
   */
  public record Shown(long lastPost, boolean isMuted, String json) {}

  /** Where pages look conversations up. */
  @FunctionalInterface
  public interface Pages {

    /** Null where its owner is shown none of that id. */
    @Nullable Shown shown(long owner, ConversationId id);
  }

  /** A post that is looked for. */
  private record Waiting(long owner, ConversationId id, long post, Instant until) {}

  ConversationEvents(StreamEvents streams, Pages pages, InstantSource clock) {
    this.streams = streams;
    this.pages = pages;
    this.clock = clock;
  }

  /** A tail of what happens from its start on. */
  public static Tail tail(
      KafkaSettings kafka, StreamEvents streams, Pages pages, InstantSource clock) {
    var events = new ConversationEvents(streams, pages, clock);
    return new Tail(
            kafka,
            "conversation-events",
            List.of(Topics.TIMELINE_PRIVATE_EVENTS),
            Duration.ZERO,
            OnUndecodable.SKIP,
            events::changed)
        .afterEachPoll(events::look);
  }

  void changed(ConsumerRecord<String, byte[]> fact) {
    long owner = Long.parseLong(Partitioning.ownerOf(fact.key()));
    // Most facts are of notifications, and most accounts have no stream open here.
    if (!streams.isHeard(new StreamKey.Conversations(owner))) {
      return;
    }
    if (ConversationCodec.read(EnvelopeCodec.content(codec.decode(fact.value())))
        instanceof ConversationChange.Added added) {
      if (waiting.size() == WAITING_MAX) {
        waiting.removeFirst();
      }
      waiting.add(new Waiting(owner, added.id(), added.post(), clock.instant().plus(PATIENCE)));
    }
  }

  void look() {
    Instant now = clock.instant();
    if (waiting.isEmpty() || now.isBefore(nextLook)) {
      return;
    }
    nextLook = now.plus(BETWEEN_LOOKS);
    waiting.removeIf(each -> isTold(each) || now.isAfter(each.until()));
  }

  private boolean isTold(Waiting each) {
    Shown found;
    try {
      found = pages.shown(each.owner(), each.id());
    } catch (RuntimeException failed) {
      LOG.info("a conversation cannot be read for its streams yet: {}", failed.toString());
      return false;
    }
    if (found == null || found.lastPost() < each.post()) {
      return false;
    }
    if (!found.isMuted()) {
      streams.publish(new StreamKey.Conversations(each.owner()), EVENT, found.json());
    }
    return true;
  }
}
