package isegoria.account.write.account;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/** What can happen to an account. */
public sealed interface AccountEvent {

  @StoredName("AccountOpened")
  record AccountOpened(AccountId id, String username, Profile profile, Role role, Instant createdAt)
      implements AccountEvent {}

  /** Carries the former name, so that an index of its words can remove it. */
  @StoredName("ProfileEdited")
  record ProfileEdited(AccountId id, Profile profile, String formerDisplayName)
      implements AccountEvent {}

  @StoredName("SettingsChanged")
  record SettingsChanged(Settings settings) implements AccountEvent {}

  @StoredName("RoleChanged")
  record RoleChanged(Role role) implements AccountEvent {}

  /** Carries the names, so that every index of them can remove them. */
  @StoredName("AccountClosed")
  record AccountClosed(AccountId id, String username, String displayName, CloseReason because)
      implements AccountEvent {}
}
