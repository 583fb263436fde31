package isegoria.accounts.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.accounts.SanctionsInForce;
import isegoria.events.AvroCodec;
import isegoria.events.Topics;
import isegoria.events.UnknownKind;
import isegoria.events.moderation.Enforcement;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SanctionTailTest {

  private static final long BO = 2;
  private static final String KEY = BO + "/sanction/s";
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final SanctionsInForce sanctions = new SanctionsInForce();
  private final SanctionTail tail = new SanctionTail(sanctions);

  private static byte[] imposed(String kind, @Nullable String post) {
    return AvroCodec.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class)
        .encode(
            Enforcement.newBuilder()
                .setSanctionId("s")
                .setSubjectId(Long.toString(BO))
                .setPostId(post)
                .setKind(kind)
                .setRuleId("1")
                .setImposedAt(Instant.EPOCH)
                .setEndsAt(NOON)
                .build());
  }

  @SuppressWarnings("NullAway") // A null value is a tombstone.
  private void read(byte @Nullable [] value) {
    tail.changed(new ConsumerRecord<>(Topics.MODERATION_ENFORCEMENT.name(), 0, 0, KEY, value));
  }

  @Test
  void a_record_imposes_until_its_end_and_a_tombstone_lifts() {
    read(imposed("suspend", null));
    assertThat(sanctions.of(BO, NOON.minusMillis(1)).suspended()).isTrue();
    assertThat(sanctions.of(BO, NOON).suspended()).isFalse();
    read(null);
    assertThat(sanctions.of(BO, NOON.minusMillis(1)).suspended()).isFalse();
  }

  @Test
  void a_post_is_removed_by_its_id() {
    read(imposed("remove_post", "10"));
    assertThat(sanctions.isRemoved(10, BO, Instant.EPOCH)).isTrue();
  }

  @Test
  void a_kind_of_a_later_version_is_named_as_such() {
    assertThatThrownBy(() -> read(imposed("banish", null))).isInstanceOf(UnknownKind.class);
  }
}
