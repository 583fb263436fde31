package isegoria.timeline.feed.memory;

import java.util.Arrays;

/** A run of entries in order of their ids, one array per field. */
final class EntryBlock {

  /** Entries of one block: small enough to insert in the middle, large enough to scan fast. */
  static final int ENTRIES_MAX = 2_048;

  private static final int ENTRIES_FIRST = 64;

  private final int entriesMax;

  long[] ids = new long[ENTRIES_FIRST];
  long[] actors = new long[ENTRIES_FIRST];
  long[] originals = new long[ENTRIES_FIRST];

  /** For a boost the original's author, for a post the account it answers. */
  long[] others = new long[ENTRIES_FIRST];

  short[] languages = new short[ENTRIES_FIRST];
  byte[] flags = new byte[ENTRIES_FIRST];
  int size;

  /** Empty, for so many entries. */
  EntryBlock(int entriesMax) {
    this.entriesMax = entriesMax;
  }

  long firstId() {
    return ids[0];
  }

  long lastId() {
    return ids[size - 1];
  }

  boolean isFull() {
    return size == entriesMax;
  }

  /** Index of the id, or {@code -(insertion point) - 1}. */
  int find(long id) {
    return Arrays.binarySearch(ids, 0, size, id);
  }

  /** Index of the last id below this one, or -1. */
  int below(long id) {
    int at = find(id);
    return at >= 0 ? at - 1 : -at - 2;
  }

  /** Index of the first id above this one, or one behind the last. */
  int above(long id) {
    int at = find(id);
    return at >= 0 ? at + 1 : -at - 1;
  }

  void insert(int at, long id, long actor, long original, long other, short language, byte flag) {
    if (size == ids.length) {
      resize(Math.min(entriesMax, size * 2));
    }
    shift(ids, at);
    shift(actors, at);
    shift(originals, at);
    shift(others, at);
    System.arraycopy(languages, at, languages, at + 1, size - at);
    System.arraycopy(flags, at, flags, at + 1, size - at);
    ids[at] = id;
    actors[at] = actor;
    originals[at] = original;
    others[at] = other;
    languages[at] = language;
    flags[at] = flag;
    size++;
  }

  void remove(int at) {
    int moved = size - at - 1;
    for (long[] column : new long[][] {ids, actors, originals, others}) {
      System.arraycopy(column, at + 1, column, at, moved);
    }
    System.arraycopy(languages, at + 1, languages, at, moved);
    System.arraycopy(flags, at + 1, flags, at, moved);
    size--;
  }

  /** Keeps the lower half and gives the upper one away. */
  EntryBlock split() {
    var upper = new EntryBlock(entriesMax);
    int half = size / 2;
    int moved = size - half;
    upper.resize(entriesMax);
    System.arraycopy(ids, half, upper.ids, 0, moved);
    System.arraycopy(actors, half, upper.actors, 0, moved);
    System.arraycopy(originals, half, upper.originals, 0, moved);
    System.arraycopy(others, half, upper.others, 0, moved);
    System.arraycopy(languages, half, upper.languages, 0, moved);
    System.arraycopy(flags, half, upper.flags, 0, moved);
    upper.size = moved;
    size = half;
    return upper;
  }

  private void shift(long[] column, int at) {
    System.arraycopy(column, at, column, at + 1, size - at);
  }

  private void resize(int capacity) {
    ids = Arrays.copyOf(ids, capacity);
    actors = Arrays.copyOf(actors, capacity);
    originals = Arrays.copyOf(originals, capacity);
    others = Arrays.copyOf(others, capacity);
    languages = Arrays.copyOf(languages, capacity);
    flags = Arrays.copyOf(flags, capacity);
  }
}
