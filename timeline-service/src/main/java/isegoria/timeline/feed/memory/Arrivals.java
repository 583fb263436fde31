package isegoria.timeline.feed.memory;

import isegoria.timeline.feed.read.FeedKey;
import isegoria.timeline.feed.read.SourcePositions;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last entries in the order in which they came, whatever their ids: what a snapshot of a feed
 * does not know yet. The recent log's lock guards it.
 */
final class Arrivals {

  /** Arrivals kept, 26 bytes each: minutes of a large network, and a snapshot is younger. */
  static final int ARRIVALS_MAX = 500_000;

  private static final int FIRST = 1_024;
  private static final long NONE = -1;

  private final int capacity;
  private long[] ids = new long[FIRST];
  private long[] actors = new long[FIRST];
  private long[] positions = new long[FIRST];
  private short[] sources = new short[FIRST];
  private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
  private final List<String> names = new ArrayList<>();

  /** Per source, the last position read, and that of the last entry among them. */
  private long[] passed = new long[0];

  private long[] lastEntry = new long[0];
  private long count;

  Arrivals(int capacity) {
    this.capacity = Math.max(FIRST, capacity);
  }

  int capacity() {
    return capacity;
  }

  long count() {
    return count;
  }

  void add(long id, long actor, String source, long position) {
    if (count == ids.length && ids.length < capacity) {
      grow(Math.min(capacity, ids.length * 2));
    }
    int at = (int) (count % ids.length);
    int number = numberOf(source);
    ids[at] = id;
    actors[at] = actor;
    positions[at] = position;
    sources[at] = (short) number;
    lastEntry[number] = Math.max(lastEntry[number], position);
    count++;
  }

  void passed(String source, long position) {
    int number = numberOf(source);
    passed[number] = Math.max(passed[number], position);
  }

  SourcePositions asOf() {
    Map<String, Long> last = new HashMap<>();
    for (int number = 0; number < passed.length; number++) {
      last.put(names.get(number), passed[number]);
    }
    return new SourcePositions(last);
  }

  /**
   * Goes back until every source is at or before the moment. A source is read in order, and read
   * again from some point on after an error, so what lies before the first covered entry is
   * covered, or comes again after it.
   */
  @Nullable List<FeedKey> after(SourcePositions moment, boolean knowsTheBeginning) {
    boolean[] pending = new boolean[passed.length];
    int left = 0;
    for (int number = 0; number < pending.length; number++) {
      pending[number] = !moment.covers(names.get(number), lastEntry[number]);
      left += pending[number] ? 1 : 0;
    }
    var after = new ArrayList<FeedKey>();
    long oldest = Math.max(0, count - ids.length);
    for (long arrival = count - 1; arrival >= oldest && left > 0; arrival--) {
      int at = (int) (arrival % ids.length);
      int number = sources[at];
      if (!moment.covers(names.get(number), positions[at])) {
        after.add(new FeedKey(ids[at], actors[at]));
      } else if (pending[number]) {
        pending[number] = false;
        left--;
      }
    }
    return left == 0 || (oldest == 0 && knowsTheBeginning) ? after : null;
  }

  private int numberOf(String source) {
    if (numbers.containsKey(source)) {
      return numbers.getInt(source);
    }
    int number = names.size();
    names.add(source);
    numbers.put(source, number);
    passed = Arrays.copyOf(passed, number + 1);
    passed[number] = NONE;
    lastEntry = Arrays.copyOf(lastEntry, number + 1);
    lastEntry[number] = NONE;
    return number;
  }

  private void grow(int to) {
    ids = Arrays.copyOf(ids, to);
    actors = Arrays.copyOf(actors, to);
    positions = Arrays.copyOf(positions, to);
    sources = Arrays.copyOf(sources, to);
  }
}
