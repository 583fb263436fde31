package isegoria.post.write.post;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;

/** Why nothing happened to a post: the fact that stands in the way. */
public sealed interface PostRejection {

  /** There is no such post, or no longer. */
  @StoredName("NoSuchPost")
  record NoSuchPost() implements PostRejection {}

  /** The id belongs to a post already; the edge mints another. */
  @StoredName("IdTaken")
  record IdTaken() implements PostRejection {}

  /** Only the author may do that. */
  @StoredName("NotTheAuthor")
  record NotTheAuthor(AccountId author) implements PostRejection {}

  /** A sanction holds it down. */
  @StoredName("UnderSanction")
  record UnderSanction(String sanctionId) implements PostRejection {}
}
