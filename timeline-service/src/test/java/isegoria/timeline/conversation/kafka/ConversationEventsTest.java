package isegoria.timeline.conversation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.EnvelopeCodec;
import isegoria.events.Meta;
import isegoria.events.Topics;
import isegoria.events.timeline.ConversationPostAdded;
import isegoria.events.timeline.TimelinePrivateEvent;
import isegoria.timeline.conversation.kafka.ConversationEvents.Shown;
import isegoria.timeline.conversation.write.ConversationId;
import isegoria.timeline.feed.read.live.StreamEvents;
import isegoria.timeline.feed.read.live.StreamKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bo, 2, listens; conversation 77 has posts from 10 on. */
final class ConversationEventsTest {

  private static final ConversationId ID = new ConversationId(77, 0);

  private final EnvelopeCodec facts =
      EnvelopeCodec.of(Topics.TIMELINE_PRIVATE_EVENTS, TimelinePrivateEvent.class);
  private final Heard heard = new Heard();
  private final Map<Long, Shown> shown = new HashMap<>();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private boolean failing;
  private int reads;
  private final ConversationEvents events =
      new ConversationEvents(heard, (owner, id) -> read(owner), () -> now);

  private static final class Heard implements StreamEvents {
    private final Set<StreamKey> keys = new HashSet<>(Set.of(new StreamKey.Conversations(2)));
    private final List<String> all = new ArrayList<>();

    @Override
    public boolean isHeard(StreamKey key) {
      return keys.contains(key);
    }

    @Override
    public void publish(StreamKey key, String event, @Nullable String payload) {
      all.add(key + " " + event + " " + payload);
    }

    @Override
    public void endForReload() {
      throw new IllegalStateException("no stream ends here");
    }
  }

  private @Nullable Shown read(long owner) {
    reads++;
    if (failing) {
      throw new IllegalStateException("no node answers");
    }
    return shown.get(owner);
  }

  private void added(long owner, long post) {
    String id = Long.toString(post);
    var fact =
        new ConversationPostAdded(Long.toString(owner), ID.toString(), List.of("1"), id, id, "0");
    var meta = new Meta("c-0", "s", 1L, now, now, "1", "c", "", "");
    events.changed(
        new ConsumerRecord<>(
            facts.topic().name(), 0, 0, owner + "/conversation/77", facts.encode(meta, fact)));
  }

  private void look() {
    now = now.plus(ConversationEvents.BETWEEN_LOOKS);
    events.look();
  }

  private void shows(long post, boolean isMuted) {
    shown.put(2L, new Shown(post, isMuted, "{" + post + "}"));
  }

  @Test
  void a_post_is_told_once_when_pages_show_it() {
    added(2, 10);
    look();
    assertThat(heard.all).isEmpty();
    shows(9, false);
    look();
    assertThat(heard.all).isEmpty();
    shows(10, false);
    look();
    look();
    assertThat(heard.all).containsExactly("Conversations[account=2] conversation {10}");
  }

  @Test
  void nothing_is_read_for_those_who_do_not_listen() {
    added(1, 10);
    look();
    assertThat(reads).isZero();
  }

  @Test
  void a_muted_conversation_is_not_told() {
    added(2, 10);
    shows(10, true);
    look();
    shows(10, false);
    look();
    assertThat(heard.all).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_looked_for_again_but_not_for_ever() {
    added(2, 10);
    failing = true;
    look();
    failing = false;
    shows(10, false);
    look();
    assertThat(heard.all).hasSize(1);

    shown.clear();
    added(2, 11);
    now = now.plus(ConversationEvents.PATIENCE);
    look();
    int before = reads;
    shows(11, false);
    look();
    assertThat(reads).isEqualTo(before);
    assertThat(heard.all).hasSize(1);
  }

  @Test
  void looks_are_apart_and_those_that_wait_are_bounded() {
    for (int post = 0; post < ConversationEvents.WAITING_MAX + 10; post++) {
      added(2, post);
    }
    look();
    assertThat(reads).isEqualTo(ConversationEvents.WAITING_MAX);
    events.look();
    assertThat(reads).isEqualTo(ConversationEvents.WAITING_MAX);
  }
}
