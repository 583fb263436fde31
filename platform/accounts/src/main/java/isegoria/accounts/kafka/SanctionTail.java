package isegoria.accounts.kafka;

import isegoria.accounts.Sanction;
import isegoria.accounts.Sanction.Kind;
import isegoria.accounts.SanctionsInForce;
import isegoria.events.AvroReader;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.UnknownKind;
import isegoria.events.moderation.Enforcement;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps this instance's sanctions in force from moderation's enforcement topic alone. */
public final class SanctionTail {

  private final AvroReader<Enforcement> codec =
      AvroReader.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class);
  private final SanctionsInForce sanctions;

  SanctionTail(SanctionsInForce sanctions) {
    this.sanctions = sanctions;
  }

  public static Tail of(KafkaSettings kafka, SanctionsInForce sanctions, Barrier barrier) {
    return new Tail(
            kafka,
            "sanctions",
            List.of(Topics.MODERATION_ENFORCEMENT),
            OnUndecodable.KEEP_LAST,
            new SanctionTail(sanctions)::changed)
        .registerAt(barrier);
  }

  void changed(ConsumerRecord<String, byte[]> change) {
    long subject = Long.parseLong(Partitioning.ownerOf(change.key()));
    if (change.value() == null) {
      sanctions.lift(subject, change.key());
      return;
    }
    Enforcement enforcement = codec.decode(change.value());
    String post = enforcement.getPostId();
    sanctions.impose(
        subject,
        change.key(),
        new Sanction(
            kind(enforcement.getKind()),
            post == null || post.isEmpty() ? null : (Long) Long.parseLong(post),
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
