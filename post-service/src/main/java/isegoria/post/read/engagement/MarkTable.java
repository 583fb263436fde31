package isegoria.post.read.engagement;

import isegoria.api.paging.Page;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import java.util.List;

/** Favourites, boosts and bookmarks as lists: who did it to a post, and to what one did it. */
public interface MarkTable {

  /** One entry: the mark by which lists page, and the account or post at its other end. */
  record Entry(long mark, long other) {}

  /** Accounts that favourited or boosted a post, newest first. */
  List<Entry> ofPost(MarkKind kind, PostId post, Page page);

  /** Posts that an account favourited or bookmarked, newest first. */
  List<Entry> ofActor(MarkKind kind, AccountId actor, Page page);
}
