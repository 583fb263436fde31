package isegoria.account.write.account;

/** Why an account was not changed. */
public sealed interface AccountRejection {

  /** Nobody has opened it. */
  record NotOpen() implements AccountRejection {}

  /** Another account has this id; whoever asked takes a further one. */
  record IdTaken() implements AccountRejection {}

  record AlreadyClosed(CloseReason because) implements AccountRejection {}
}
