package isegoria.account.kafka;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.events.Topic;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of settings as its topic and its table have it.
 *
 * <p>Only the state is published: facts stay for ever, and what people set for their own reading
 * need not.
 */
public interface SettingsCodec<S> {

  Topic topic();

  /** What the state is called in its records. */
  String type();

  /** The state of an account; null where nothing is left. */
  byte @Nullable [] encode(AccountId account, S state, Instant recordedAt);

  S decode(byte[] bytes);

  default <E> Publisher<S, E> publisher() {
    return recorded -> {
      AccountId account = AccountId.of(Partitioning.ownerOf(recorded.key()));
      byte[] state = encode(account, recorded.after(), recorded.recordedAt());
      return List.of(new Publication(topic(), recorded.key(), type(), state));
    };
  }
}
