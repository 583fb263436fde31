package isegoria.account.write.filter;

import isegoria.events.PostId;

/** A post that a filter matches whatever its words are. */
public record FilteredPost(long id, PostId post) {}
