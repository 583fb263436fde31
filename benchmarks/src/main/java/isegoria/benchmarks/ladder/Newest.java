package isegoria.benchmarks.ladder;

import java.util.Arrays;

/** The greatest ids of many. */
final class Newest {
  private Newest() {}

  /** At most so many, newest first; sorts the array it is given. */
  static long[] of(long[] ids, int limit) {
    Arrays.sort(ids);
    int size = Math.min(limit, ids.length);
    long[] newest = new long[size];
    for (int i = 0; i < size; i++) {
      newest[i] = ids[ids.length - 1 - i];
    }
    return newest;
  }
}
