package isegoria.account.write.account;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/** Every shape an account can be in. A rule that holds in one shape only takes that shape. */
public sealed interface Account {

  @StoredName("Unopened")
  record Unopened() implements Account {}

  /** In use; the name is as it was written at sign-up and never changes. */
  @StoredName("Open")
  record Open(
      AccountId id,
      String username,
      Profile profile,
      Settings settings,
      Role role,
      Instant createdAt)
      implements Account {}

  /** Gone for good: its words are forgotten, its id and name are not given again. */
  @StoredName("Closed")
  record Closed(CloseReason because) implements Account {}
}
