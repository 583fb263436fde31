package isegoria.timeline.home.read;

import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.relation.Follow;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** A reader as plain sets: the follows, whom blocks part the reader from, whom the reader mutes. */
public record PlainReader(long id, Map<Long, Follow> follows, Set<Long> blocks, Set<Long> mutes)
    implements Reader {

  @Override
  public boolean follows(long accountId) {
    return follows.containsKey(accountId);
  }

  @Override
  public boolean showsBoostsOf(long accountId) {
    return follows.containsKey(accountId) && follows.get(accountId).boosts();
  }

  @Override
  public boolean showsLanguageOf(long accountId, String language) {
    return follows.containsKey(accountId) && follows.get(accountId).shows(language);
  }

  @Override
  public boolean hides(long accountId) {
    return isBlockedFrom(accountId) || mutes.contains(accountId);
  }

  @Override
  public boolean isBlockedFrom(long accountId) {
    return blocks.contains(accountId);
  }

  @Override
  public boolean mutesNotificationsOf(long accountId) {
    return mutes.contains(accountId);
  }

  @Override
  public void forEachFollowed(LongConsumer action) {
    follows.keySet().forEach(action::accept);
  }

  @Override
  public int followsCount() {
    return follows.size();
  }

  @Override
  public long followsHash() {
    return follows.keySet().hashCode();
  }
}
