package isegoria.timeline.feed.memory;

import isegoria.timeline.feed.read.relation.Follow;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows show, by number: nearly all show everything, and the others have one of a few sets
 * of languages. A number that no follow uses any more is used again, since an account may choose
 * any number of sets one after the other.
 */
final class FollowFilters {

  private static final int NONE = -1;

  private final List<Follow> byNumber = new ArrayList<>();
  private final Object2IntOpenHashMap<Follow> numbers = new Object2IntOpenHashMap<>();

  /** How many follows have each number; not counted for those that show everything. */
  private final IntArrayList uses = new IntArrayList();

  private final IntArrayList free = new IntArrayList();

  /** Numbers that may be of no use: they were given out or given up lately. */
  private final IntArrayList candidates = new IntArrayList();

  FollowFilters() {
    numbers.defaultReturnValue(NONE);
    byNumber.add(Follow.WHOLE);
    numbers.put(Follow.WHOLE, FollowList.WHOLE);
    uses.add(1);
  }

  /**
   * The number of what a follow shows; it stays until {@link #releaseUnused}, and then if it is
   * used.
   */
  int numberOf(Follow follow) {
    int number = numbers.getInt(follow);
    if (number != NONE) {
      return number;
    }
    if (free.isEmpty()) {
      number = byNumber.size();
      byNumber.add(follow);
      uses.add(0);
    } else {
      number = free.popInt();
      byNumber.set(number, follow);
    }
    numbers.put(follow, number);
    candidates.add(number);
    return number;
  }

  Follow of(int number) {
    return byNumber.get(number);
  }

  /** Numbers that there are or were at once. */
  int size() {
    return byNumber.size();
  }

  /** Counts the follows of one account as they are now in place of what they were. */
  void changed(FollowList before, FollowList after) {
    count(after, 1);
    count(before, -1);
  }

  private void count(FollowList list, int each) {
    for (int at = 0; at < list.size(); at++) {
      int number = list.shown(at);
      if (number != FollowList.WHOLE) {
        int used = uses.getInt(number) + each;
        uses.set(number, used);
        if (used == 0) {
          candidates.add(number);
        }
      }
    }
  }

  /** All changes that were begun are counted: a number that no follow uses now is free. */
  void releaseUnused() {
    for (int at = 0; at < candidates.size(); at++) {
      int number = candidates.getInt(at);
      Follow follow = byNumber.get(number);
      if (uses.getInt(number) == 0 && numbers.getInt(follow) == number) {
        numbers.removeInt(follow);
        byNumber.set(number, Follow.WHOLE);
        free.add(number);
      }
    }
    candidates.clear();
  }
}
