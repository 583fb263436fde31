package isegoria.post.write.post;

import isegoria.events.AccountId;

/** Why nothing happened to a post: the fact that stands in the way. */
public sealed interface PostRejection {

  /** There is no such post, or no longer. */
  record NoSuchPost() implements PostRejection {}

  /** The id belongs to a post already; the edge mints another. */
  record IdTaken() implements PostRejection {}

  /** Only the author may do that. */
  record NotTheAuthor(AccountId author) implements PostRejection {}

  /** A sanction holds it down. */
  record UnderSanction(String sanctionId) implements PostRejection {}
}
