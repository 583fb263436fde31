package isegoria.post.kafka;

import isegoria.events.AccountId;
import isegoria.events.AvroReader;
import isegoria.events.PostId;
import isegoria.events.Topics;
import isegoria.events.moderation.Enforcement;
import isegoria.post.read.sanction.Sanction;
import isegoria.post.read.sanction.Sanction.Kind;
import isegoria.post.read.sanction.Sanctions;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sanctions from the enforcement topic into memory. */
public final class EnforcementCodec {

  private static final Logger LOG = LoggerFactory.getLogger(EnforcementCodec.class);

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
    Optional<Kind> kind = kind(enforcement.getKind());
    if (kind.isEmpty()) {
      LOG.warn("sanction of unknown kind {} skipped", enforcement.getKind());
      return;
    }
    String post = enforcement.getPostId();
    sanctions.impose(
        change.key(),
        new Sanction(
            AccountId.of(enforcement.getSubjectId()),
            kind.get(),
            post == null ? null : PostId.of(post),
            enforcement.getEndsAt()));
  }

  private static Optional<Kind> kind(String word) {
    return switch (word) {
      case "limit" -> Optional.of(Kind.LIMIT);
      case "freeze" -> Optional.of(Kind.FREEZE);
      case "suspend" -> Optional.of(Kind.SUSPEND);
      case "remove_post" -> Optional.of(Kind.REMOVE_POST);
      default -> Optional.empty();
    };
  }
}
