package isegoria.post.write.engagement;

import isegoria.post.write.Visibility;

/** Why an account may not do that with a post. */
public sealed interface EngagementRejection {

  /** There is no such post for it. */
  record NoSuchPost() implements EngagementRejection {}

  /** One of the two blocks the other. */
  record Blocked() implements EngagementRejection {}

  /** Boosting would show it to people it is not for. */
  record NotBoostable(Visibility visibility) implements EngagementRejection {}
}
