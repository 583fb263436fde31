package isegoria.account.write.tag;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;

/** What can happen to the tags that an account follows. */
public sealed interface FollowedTagsEvent {

  @StoredName("TagFollowed")
  record TagFollowed(AccountId by, String tag, long id) implements FollowedTagsEvent {}

  @StoredName("TagUnfollowed")
  record TagUnfollowed(AccountId by, String tag) implements FollowedTagsEvent {}

  /** They went with their account. */
  @StoredName("TagsErased")
  record TagsErased() implements FollowedTagsEvent {}
}
