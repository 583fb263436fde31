package isegoria.account.read.account;

import isegoria.account.write.account.Account;
import isegoria.events.AccountId;
import java.util.Set;

/** A change of the tables of accounts, as data. */
public sealed interface AccountWrite {

  /** The account as it is now. */
  record Put(Account.Open account) implements AccountWrite {}

  /** Its name leads to it from now on. */
  record PutName(String name, AccountId id) implements AccountWrite {}

  /** These words of its display name lead to it from now on. */
  record PutWords(Set<String> words, AccountId id) implements AccountWrite {
    public PutWords {
      words = Set.copyOf(words);
    }
  }

  /** These no longer do. */
  record ForgetWords(Set<String> words, AccountId id) implements AccountWrite {
    public ForgetWords {
      words = Set.copyOf(words);
    }
  }

  /** Neither it nor its name leads anywhere from now on. */
  record Forget(AccountId id, String name) implements AccountWrite {}
}
