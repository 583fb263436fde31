package isegoria.post.write;

import isegoria.events.AccountId;
import isegoria.events.PostId;

/**
 * The post that an engagement or a pin is about, as the edge saw it: facts of another aggregate,
 * which a decider cannot read and therefore gets as data.
 */
public record Target(
    PostId post, AccountId author, Visibility visibility, PostId conversation, Reach reach) {

  /** How the post stood to the one who acts when the edge looked. */
  public enum Reach {
    VISIBLE,
    /** It does not exist, or the one who acts may not know that it does. */
    MISSING,
    /** One of the two blocks the other. */
    BLOCKED
  }

  public boolean isOutOfReach() {
    return reach != Reach.VISIBLE;
  }

  public boolean isBy(AccountId account) {
    return author.equals(account);
  }
}
