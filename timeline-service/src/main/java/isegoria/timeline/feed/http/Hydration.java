package isegoria.timeline.feed.http;

import isegoria.accounts.Accounts;
import isegoria.accounts.KnownAccount;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.post.Engagement;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.post.PostTables;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Second step of a page: loads everything its places show, one question per kind. */
final class Hydration {

  private final PostTables posts;
  private final Accounts accounts;

  Hydration(PostTables posts, Accounts accounts) {
    this.posts = posts;
    this.accounts = accounts;
  }

  HydratedPage load(List<Slot> slots, long readerId) {
    Set<Long> postIds = new LongOpenHashSet(slots.size());
    slots.forEach(slot -> postIds.add(slot.postId()));
    Map<Long, PostRow> rows = posts.posts(postIds);
    Set<Long> people = new LongOpenHashSet(slots.size());
    rows.values().forEach(post -> people.add(post.authorId()));
    slots.stream().filter(Slot::isBoost).forEach(slot -> people.add(slot.boosterId()));
    Set<Long> pinned = people.contains(readerId) ? Set.copyOf(posts.pins(readerId)) : Set.of();
    return new HydratedPage(
        rows,
        posts.counts(postIds),
        accounts.find(people),
        readerId == FeedEntry.NO_ACCOUNT ? Map.of() : engagements(readerId, rows.keySet()),
        pinned,
        new HashMap<>());
  }

  Map<Long, KnownAccount> accounts(Collection<Long> ids) {
    return accounts.find(ids);
  }

  private Map<Long, Engagement> engagements(long readerId, Set<Long> postIds) {
    var months = new IntOpenHashSet();
    postIds.forEach(id -> months.add(Buckets.monthOf(id)));
    if (months.size() == 1) {
      return posts.engagements(readerId, months.iterator().nextInt());
    }
    var all = new HashMap<Long, Engagement>();
    months.forEach(month -> all.putAll(posts.engagements(readerId, month)));
    return all;
  }
}
