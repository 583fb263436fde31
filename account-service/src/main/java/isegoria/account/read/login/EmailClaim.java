package isegoria.account.read.login;

import isegoria.events.AccountId;
import java.time.Instant;

/** An e-mail address belongs to an account, or to a sign-up that is on its way. */
public record EmailClaim(AccountId accountId, Instant at) {}
