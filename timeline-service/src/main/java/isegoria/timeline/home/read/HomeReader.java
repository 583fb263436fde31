package isegoria.timeline.home.read;

import isegoria.timeline.feed.read.Reader;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The reader of a home: members of exclusive lists are no authors of it, though what others boost
 * of theirs, and replies to them, stay.
 */
record HomeReader(Reader whole, LongSet elsewhere) implements NarrowedReader {

  static Reader of(Reader reader, List<FeedList> lists) {
    var elsewhere = new LongOpenHashSet();
    for (FeedList list : lists) {
      if (list.exclusive()) {
        elsewhere.addAll(list.members());
      }
    }
    return elsewhere.isEmpty() ? reader : new HomeReader(reader, elsewhere);
  }

  @Override
  public boolean follows(long accountId) {
    return !elsewhere.contains(accountId) && whole.follows(accountId);
  }

  @Override
  public int followsCount() {
    return whole.followsCount();
  }

  @Override
  public void forEachFollowed(LongConsumer action) {
    whole.forEachFollowed(accountId -> {
      if (!elsewhere.contains(accountId)) {
        action.accept(accountId);
      }
    });
  }

  @Override
  public boolean showsRepliesTo(long accountId) {
    return whole.follows(accountId);
  }

  /** Snapshots hold all whom the reader follows: what is left out of them is left out at read. */
  @Override
  public long followsHash() {
    return whole.followsHash();
  }
}
