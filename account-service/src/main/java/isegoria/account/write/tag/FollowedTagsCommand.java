package isegoria.account.write.tag;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;

/** What may be asked of the tags that an account follows. */
public sealed interface FollowedTagsCommand {

  /** Follows a tag; {@code id} is what the follow is listed under, if it is a new one. */
  @StoredName("FollowTag")
  record Follow(AccountId by, String tag, long id) implements FollowedTagsCommand {}

  @StoredName("UnfollowTag")
  record Unfollow(AccountId by, String tag) implements FollowedTagsCommand {}

  /** Their account is erased. */
  @StoredName("EraseTags")
  record Erase() implements FollowedTagsCommand {}
}
