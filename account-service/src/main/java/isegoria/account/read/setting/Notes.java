package isegoria.account.read.setting;

import isegoria.events.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The queries for what accounts noted about others. */
public interface Notes {

  /** The notes of one author, without those that are empty. */
  Map<AccountId, String> of(AccountId author, Collection<AccountId> subjects);

  default String of(AccountId author, AccountId subject) {
    return of(author, List.of(subject)).getOrDefault(subject, "");
  }
}
