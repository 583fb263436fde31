package isegoria.account.kafka;

import isegoria.account.read.sanction.SanctionStatus;
import isegoria.account.read.sanction.Sanctions;
import isegoria.events.AccountId;
import isegoria.events.AvroReader;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.moderation.Enforcement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The sanctions in force, in memory, from moderation's enforcement topic alone. */
public final class EnforcementCodec implements Sanctions {

  private static final AvroReader<Enforcement> ENFORCEMENT =
      AvroReader.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class);

  private final Map<AccountId, Map<String, Enforcement>> inForce = new ConcurrentHashMap<>();

  /** Takes one record of the topic; a tombstone lifts. */
  public void changed(ConsumerRecord<String, byte[]> change) {
    AccountId subject = AccountId.of(Partitioning.ownerOf(change.key()));
    byte[] value = change.value();
    inForce.compute(
        subject,
        (id, before) -> {
          Map<String, Enforcement> after =
              before == null ? new ConcurrentHashMap<>() : new ConcurrentHashMap<>(before);
          if (value == null) {
            after.remove(change.key());
          } else {
            after.put(change.key(), ENFORCEMENT.decode(value));
          }
          return after.isEmpty() ? null : after;
        });
  }

  @Override
  public SanctionStatus of(AccountId account, Instant at) {
    Map<String, Enforcement> sanctions = inForce.get(account);
    if (sanctions == null) {
      return SanctionStatus.FREE;
    }
    boolean limited = false;
    boolean frozen = false;
    boolean suspended = false;
    for (Enforcement sanction : sanctions.values()) {
      Instant ends = sanction.getEndsAt();
      if (ends == null || at.isBefore(ends)) {
        limited |= sanction.getKind().equals("limit");
        frozen |= sanction.getKind().equals("freeze");
        suspended |= sanction.getKind().equals("suspend");
      }
    }
    return new SanctionStatus(limited, frozen, suspended);
  }
}
