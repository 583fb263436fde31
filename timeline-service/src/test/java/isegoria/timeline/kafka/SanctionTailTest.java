package isegoria.timeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AvroCodec;
import isegoria.events.Topics;
import isegoria.events.moderation.Enforcement;
import isegoria.timeline.memory.SanctionIndex;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class SanctionTailTest {

  private static final long BO = 2;
  private static final long CY = 3;

  private final SanctionIndex book = new SanctionIndex(Clock.systemUTC());
  private final SanctionTail tail = new SanctionTail(book);

  private void suspended(long account) {
    var state =
        Enforcement.newBuilder()
            .setSanctionId("s")
            .setSubjectId(Long.toString(account))
            .setPostId(null)
            .setKind("suspend")
            .setRuleId("1")
            .setImposedAt(Instant.EPOCH)
            .build();
    byte[] value = AvroCodec.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class).encode(state);
    tail.changed(
        new ConsumerRecord<>(Topics.MODERATION_ENFORCEMENT.name(), 0, 0, key(account), value));
  }

  @SuppressWarnings("NullAway") // A null value is a tombstone.
  private void lifted(long account) {
    tail.changed(
        new ConsumerRecord<>(Topics.MODERATION_ENFORCEMENT.name(), 0, 0, key(account), null));
  }

  private static String key(long account) {
    return account + "/sanction/s";
  }

  @Test
  void what_there_was_comes_into_force_at_once_and_what_comes_then_each_by_itself() {
    suspended(BO);
    suspended(CY);
    lifted(CY);
    assertThat(book.isSuspended(BO)).as("not each by itself").isFalse();
    tail.caughtUp();
    assertThat(book.isSuspended(BO)).isTrue();
    assertThat(book.isSuspended(CY)).isFalse();
    suspended(CY);
    assertThat(book.isSuspended(CY)).isTrue();
    lifted(BO);
    assertThat(book.isSuspended(BO)).isFalse();
  }
}
