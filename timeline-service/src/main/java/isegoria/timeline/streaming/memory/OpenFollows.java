package isegoria.timeline.streaming.memory;

import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/**
 * Whom the accounts follow whose homes or lists are open, eight bytes a follow: an event is about
 * one author, and asks everybody's open home for that one. A map from authors to homes would ask
 * less and take ten times the memory.
 */
public final class OpenFollows {

  /**
   * One account.
   *
   * @param streams how many of its streams hear its home or a list
   * @param followed in rising order
   */
  @SuppressWarnings("ArrayRecordComponent") // Never changed, never compared.
  private record Follows(int streams, long[] followed) {
    boolean has(long author) {
      return Arrays.binarySearch(followed, author) >= 0;
    }

    Follows with(long author, boolean follows) {
      int at = Arrays.binarySearch(followed, author);
      if ((at >= 0) == follows) {
        return this;
      }
      long[] changed = new long[followed.length + (follows ? 1 : -1)];
      int place = follows ? -at - 1 : at;
      System.arraycopy(followed, 0, changed, 0, place);
      if (follows) {
        changed[place] = author;
        System.arraycopy(followed, place, changed, place + 1, followed.length - place);
      } else {
        System.arraycopy(followed, place + 1, changed, place, changed.length - place);
      }
      return new Follows(streams, changed);
    }
  }

  private final Readers readers;
  private final Map<Long, Follows> byAccount = new ConcurrentHashMap<>();

  public OpenFollows(Readers readers) {
    this.readers = readers;
  }

  /** Another stream hears the home of an account, or a list. */
  void opened(long account) {
    byAccount.compute(
        account,
        (_, present) ->
            present == null
                ? new Follows(1, sorted(readers.followedBy(account)))
                : new Follows(present.streams() + 1, present.followed()));
  }

  void closed(long account) {
    byAccount.computeIfPresent(
        account,
        (_, present) ->
            present.streams() == 1 ? null : new Follows(present.streams() - 1, present.followed()));
  }

  /** The graph has taken this: a home that is opened meanwhile sees it there or here. */
  void related(Relation relation) {
    changed(relation.lowId(), relation.highId(), relation.low());
    changed(relation.highId(), relation.lowId(), relation.high());
  }

  private void changed(long from, long towards, Side side) {
    byAccount.computeIfPresent(from, (_, of) -> of.with(towards, side.follow() != null));
  }

  /** The accounts with open homes that follow the author, and the author's own. */
  void forEachHome(long author, LongConsumer action) {
    byAccount.forEach((account, follows) -> {
      if (account == author || follows.has(author)) {
        action.accept(account);
      }
    });
  }

  private static long[] sorted(long[] ids) {
    Arrays.sort(ids);
    return ids;
  }
}
