package isegoria.post.read.account;

/**
 * Everything that this service knows of an account, in one row.
 *
 * @param profile as its posts show it
 * @param defaults what a post of it is unless the author says otherwise
 * @param numbers what it has gathered
 */
public record KnownAccount(AccountRow profile, PostingDefaults defaults, AccountNumbers numbers) {}
