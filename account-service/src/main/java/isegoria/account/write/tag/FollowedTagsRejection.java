package isegoria.account.write.tag;

import isegoria.eventsourcing.StoredName;

/** Why a tag is not followed. */
public sealed interface FollowedTagsRejection {

  /** The account follows as many as it may. */
  @StoredName("TooManyTags")
  record TooManyTags(int max) implements FollowedTagsRejection {}
}
