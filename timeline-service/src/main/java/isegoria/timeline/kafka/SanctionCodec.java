package isegoria.timeline.kafka;

import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.moderation.Enforcement;
import isegoria.timeline.read.sanction.Sanction;
import java.time.Instant;
import java.util.Locale;

/** Sanctions in force, as moderation publishes them. */
final class SanctionCodec {

  private final AvroReader<Enforcement> codec =
      AvroReader.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class);

  Sanction sanction(byte[] value) {
    Enforcement sanction = codec.decode(value);
    String postId = sanction.getPostId();
    Instant endsAt = sanction.getEndsAt();
    return new Sanction(
        sanction.getSanctionId(),
        Long.parseLong(sanction.getSubjectId()),
        postId == null || postId.isEmpty() ? 0 : Long.parseLong(postId),
        Sanction.Kind.valueOf(sanction.getKind().toUpperCase(Locale.ROOT)),
        endsAt == null ? Instant.MAX : endsAt);
  }
}
