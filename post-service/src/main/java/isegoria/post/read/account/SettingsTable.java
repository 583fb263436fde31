package isegoria.post.read.account;

import isegoria.events.AccountId;

/** Posting defaults by account. */
public interface SettingsTable {

  /** Those of the account, or what holds for everybody. */
  PostingDefaults of(AccountId account);
}
