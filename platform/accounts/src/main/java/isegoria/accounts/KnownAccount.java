package isegoria.accounts;

import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;

/** An account as another service published it, with what is counted of it. */
public record KnownAccount(AccountProfile profile, AccountCounts counts) {}
