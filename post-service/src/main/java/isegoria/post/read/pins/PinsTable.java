package isegoria.post.read.pins;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import java.util.List;

/** Pinned posts by author. */
public interface PinsTable {

  /** Newest pin first. */
  List<PostId> of(AccountId author);
}
