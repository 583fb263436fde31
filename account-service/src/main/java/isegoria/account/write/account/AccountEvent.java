package isegoria.account.write.account;

import isegoria.events.AccountId;
import java.time.Instant;

/** What can happen to an account. */
public sealed interface AccountEvent {

  record AccountOpened(AccountId id, String username, Profile profile, Role role, Instant createdAt)
      implements AccountEvent {}

  record ProfileEdited(Profile profile) implements AccountEvent {}

  record SettingsChanged(Settings settings) implements AccountEvent {}

  record RoleChanged(Role role) implements AccountEvent {}

  /** The name is told so that whoever indexed it can forget it. */
  record AccountClosed(AccountId id, String username, CloseReason because)
      implements AccountEvent {}
}
