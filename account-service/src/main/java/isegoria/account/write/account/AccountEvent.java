package isegoria.account.write.account;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/** What can happen to an account. */
public sealed interface AccountEvent {

  @StoredName("AccountOpened")
  record AccountOpened(AccountId id, String username, Profile profile, Role role, Instant createdAt)
      implements AccountEvent {}

  @StoredName("ProfileEdited")
  record ProfileEdited(Profile profile) implements AccountEvent {}

  @StoredName("SettingsChanged")
  record SettingsChanged(Settings settings) implements AccountEvent {}

  @StoredName("RoleChanged")
  record RoleChanged(Role role) implements AccountEvent {}

  /** It has the name, so that an index can remove it. */
  @StoredName("AccountClosed")
  record AccountClosed(AccountId id, String username, CloseReason because)
      implements AccountEvent {}
}
