package isegoria.post.read.engagement;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import java.util.List;

/** Favourites, boosts and bookmarks as lists: who did it to a post, and to what one did it. */
public interface MarkTable {

  /** One entry: the mark by which lists page, and the account or post at its other end. */
  record Entry(long mark, long other) {}

  /** Which entries: the newest, or with {@code fromOldest} the oldest, between two marks. */
  record Slice(int limit, long olderThan, long newerThan, boolean fromOldest) {}

  /** Accounts that favourited or boosted a post, newest first. */
  List<Entry> ofPost(MarkKind kind, PostId post, Slice slice);

  /** Posts that an account favourited or bookmarked, newest first. */
  List<Entry> ofActor(MarkKind kind, AccountId actor, Slice slice);
}
