package isegoria.account.read.setting;

import isegoria.events.AccountId;

/** The query for one kind of settings: all that an account has of it. */
@FunctionalInterface
public interface OwnSettings<S> {

  S of(AccountId account);
}
