package isegoria.post.kafka;

import isegoria.events.AccountId;
import isegoria.events.AvroReader;
import isegoria.events.PostId;
import isegoria.events.Topics;
import isegoria.events.UnknownKind;
import isegoria.events.moderation.Enforcement;
import isegoria.post.read.sanction.Sanction;
import isegoria.post.read.sanction.Sanction.Kind;
import isegoria.post.read.sanction.Sanctions;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Sanctions from the enforcement topic into memory. */
public final class EnforcementCodec {

  private final AvroReader<Enforcement> codec =
      AvroReader.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class);
  private final Sanctions sanctions;

  public EnforcementCodec(Sanctions sanctions) {
    this.sanctions = sanctions;
  }

  /** Takes note of one record. */
  public void apply(ConsumerRecord<String, byte[]> change) {
    if (change.value() == null) {
      sanctions.lift(change.key());
      return;
    }
    Enforcement enforcement = codec.decode(change.value());
    String post = enforcement.getPostId();
    sanctions.impose(
        change.key(),
        new Sanction(
            AccountId.of(enforcement.getSubjectId()),
            kind(enforcement.getKind()),
            post == null ? null : PostId.of(post),
            enforcement.getEndsAt()));
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "limit" -> Kind.LIMIT;
      case "freeze" -> Kind.FREEZE;
      case "suspend" -> Kind.SUSPEND;
      case "remove_post" -> Kind.REMOVE_POST;
      default -> throw new UnknownKind("sanction", word);
    };
  }
}
