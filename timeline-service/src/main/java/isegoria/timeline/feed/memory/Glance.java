package isegoria.timeline.feed.memory;

import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.relation.Follow;
import java.util.function.LongConsumer;

/** One reader's relations, each looked up when it is asked for. */
record Glance(long id, RelationGraph graph) implements Reader {

  @Override
  public boolean follows(long accountId) {
    return graph.followOf(id, accountId) != null;
  }

  @Override
  public boolean showsBoostsOf(long accountId) {
    Follow follow = graph.followOf(id, accountId);
    return follow != null && follow.boosts();
  }

  @Override
  public boolean showsLanguageOf(long accountId, String language) {
    Follow follow = graph.followOf(id, accountId);
    return follow != null && follow.shows(language);
  }

  @Override
  public boolean hides(long accountId) {
    return graph.mutes(id, accountId) || isBlockedFrom(accountId);
  }

  @Override
  public boolean isBlockedFrom(long accountId) {
    return accountId != id
        && id != FeedEntry.NO_ACCOUNT
        && (graph.blocks(id, accountId) || graph.blocks(accountId, id));
  }

  @Override
  public boolean mutesNotificationsOf(long accountId) {
    return graph.silences(id, accountId);
  }

  @Override
  public void forEachFollowed(LongConsumer action) {
    for (long followed : graph.followedBy(id)) {
      action.accept(followed);
    }
  }

  @Override
  public int followsCount() {
    return graph.followedBy(id).length;
  }

  @Override
  public long followsHash() {
    return graph.followsHash(id);
  }
}
