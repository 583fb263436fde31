package isegoria.post.read.account;

import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;

/**
 * Everything that this service knows of an account, in one row.
 *
 * @param defaults what a post of it is unless the author says otherwise
 */
public record KnownAccount(
    AccountProfile profile, PostingDefaults defaults, AccountCounts counts) {}
