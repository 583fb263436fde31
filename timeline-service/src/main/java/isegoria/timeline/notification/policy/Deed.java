package isegoria.timeline.notification.policy;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.timeline.notification.write.Activity;
import java.time.Instant;
import java.util.List;

/** What an event of another service says that an account may have to be told. */
public sealed interface Deed {

  /** An account did something that concerns another. */
  record Begun(AccountId concerned, Activity activity, Instant at) implements Deed {}

  /** It is undone. */
  record Undone(AccountId concerned, Activity activity) implements Deed {}

  /** An account let in another that had asked to follow it. */
  record LetIn(AccountId asked, AccountId asker, Instant at) implements Deed {}

  /** A post names accounts: at its publication, or since an edit. */
  record Addressed(PostId post, AccountId author, List<AccountId> mentioned, Instant at)
      implements Deed {
    public Addressed {
      mentioned = List.copyOf(mentioned);
    }
  }

  /** A post is gone. */
  record PostGone(PostId post) implements Deed {}
}
