package isegoria.account.write.account;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/** What an account may be asked. */
public sealed interface AccountCommand {

  /** Opens it; the name is claimed already. */
  @StoredName("Open")
  record Open(
      AccountId id, String username, String displayName, String note, Role role, Instant createdAt)
      implements AccountCommand {}

  @StoredName("EditProfile")
  record EditProfile(ProfileChange change) implements AccountCommand {}

  @StoredName("ChangeSettings")
  record ChangeSettings(SettingsChange change) implements AccountCommand {}

  @StoredName("ChangeRole")
  record ChangeRole(Role role) implements AccountCommand {}

  @StoredName("Close")
  record Close(CloseReason because) implements AccountCommand {}
}
