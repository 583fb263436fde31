package isegoria.post.read.post;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import java.util.List;

/** Posts by author. */
public interface AuthoredTable {

  /** All of them: for the author's erasure, so it may take a while. */
  List<PostId> of(AccountId author);
}
