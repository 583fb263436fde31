package isegoria.post.write.post;

import isegoria.events.AccountId;

/** An account that the words name. The name is kept as it was, since accounts may go. */
public record Mentioned(AccountId account, String username) {}
