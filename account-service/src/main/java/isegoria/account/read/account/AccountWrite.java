package isegoria.account.read.account;

import isegoria.account.write.account.Account;
import isegoria.events.AccountId;

/** A change of the tables of accounts, as data. */
public sealed interface AccountWrite {

  /** The account as it is now. */
  record Put(Account.Open account) implements AccountWrite {}

  /** Its name leads to it from now on. */
  record PutName(String name, AccountId id) implements AccountWrite {}

  /** Neither it nor its name leads anywhere from now on. */
  record Forget(AccountId id, String name) implements AccountWrite {}
}
