package isegoria.account.read.login;

import isegoria.events.AccountId;

/** A sign-up that was begun; the mark is empty where it had no e-mail address. */
public record PendingSignUp(AccountId accountId, String emailMark) {}
