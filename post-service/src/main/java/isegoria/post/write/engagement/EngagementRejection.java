package isegoria.post.write.engagement;

import isegoria.eventsourcing.StoredName;
import isegoria.post.write.Visibility;

/** Why an account may not do that with a post. */
public sealed interface EngagementRejection {

  /** There is no such post for it. */
  @StoredName("NoSuchPost")
  record NoSuchPost() implements EngagementRejection {}

  /** One of the two blocks the other. */
  @StoredName("Blocked")
  record Blocked() implements EngagementRejection {}

  /** Boosting would show it to people it is not for. */
  @StoredName("NotBoostable")
  record NotBoostable(Visibility visibility) implements EngagementRejection {}
}
