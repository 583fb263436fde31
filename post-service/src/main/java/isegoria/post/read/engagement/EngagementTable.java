package isegoria.post.read.engagement;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What one account did with posts, and boosts by identity. */
public interface EngagementTable {

  /** Those posts that the account did something with. */
  Map<PostId, EngagementRow> findAll(AccountId actor, Collection<PostId> posts);

  Optional<BoostRow> findBoost(PostId boost);
}
