package isegoria.account.write.account;

import isegoria.events.AccountId;
import java.time.Instant;

/** What an account may be asked. */
public sealed interface AccountCommand {

  /** Opens it; the name is claimed already. */
  record Open(
      AccountId id, String username, String displayName, String note, Role role, Instant createdAt)
      implements AccountCommand {}

  record EditProfile(ProfileChange change) implements AccountCommand {}

  record ChangeSettings(SettingsChange change) implements AccountCommand {}

  record ChangeRole(Role role) implements AccountCommand {}

  record Close(CloseReason because) implements AccountCommand {}
}
