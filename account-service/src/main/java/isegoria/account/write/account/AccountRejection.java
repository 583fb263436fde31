package isegoria.account.write.account;

import isegoria.eventsourcing.StoredName;

/** Why an account was not changed. */
public sealed interface AccountRejection {

  /** It was never opened. */
  @StoredName("NotOpen")
  record NotOpen() implements AccountRejection {}

  /** Another account has this id; the caller takes a further one. */
  @StoredName("IdTaken")
  record IdTaken() implements AccountRejection {}

  @StoredName("AlreadyClosed")
  record AlreadyClosed(CloseReason because) implements AccountRejection {}
}
