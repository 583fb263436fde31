package isegoria.tests.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts how often each of some byte sequences occurs, all in one pass. */
final class ByteSearch {
  private static final int CHUNK_BYTES = 1 << 20;

  private final byte[][] patterns;
  private final int longest;

  /** Patterns by their first two bytes: most positions of a file match none. */
  private final int[][] byStart = new int[1 << 16][];

  ByteSearch(List<byte[]> patterns) {
    this.patterns = patterns.toArray(byte[][]::new);
    this.longest = patterns.stream().mapToInt(pattern -> pattern.length).max().orElse(1);
    for (int i = 0; i < this.patterns.length; i++) {
      int start = start(this.patterns[i], 0);
      int[] before = byStart[start];
      int[] after = before == null ? new int[1] : Arrays.copyOf(before, before.length + 1);
      after[after.length - 1] = i;
      byStart[start] = after;
    }
  }

  private static int start(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  /** How often each pattern occurs, in the patterns' order. */
  int[] count(byte[] bytes) {
    int[] counts = new int[patterns.length];
    count(bytes, bytes.length, bytes.length, counts);
    return counts;
  }

  /** As {@link #count(byte[])}, without having all of it in memory. */
  int[] count(InputStream in) throws IOException {
    int[] counts = new int[patterns.length];
    byte[] buffer = new byte[CHUNK_BYTES + longest];
    int kept = 0;
    while (true) {
      int read = in.readNBytes(buffer, kept, buffer.length - kept);
      int filled = kept + read;
      boolean last = filled < buffer.length;
      // What may begin in the tail is counted with the bytes that follow.
      int begins = last ? filled : filled - longest + 1;
      count(buffer, begins, filled, counts);
      if (last) {
        return counts;
      }
      kept = filled - begins;
      System.arraycopy(buffer, begins, buffer, 0, kept);
    }
  }

  private void count(byte[] bytes, int begins, int length, int[] counts) {
    int end = Math.min(begins, length - 1);
    for (int at = 0; at < end; at++) {
      int[] candidates = byStart[start(bytes, at)];
      if (candidates != null) {
        for (int candidate : candidates) {
          if (isAt(patterns[candidate], bytes, at, length)) {
            counts[candidate]++;
          }
        }
      }
    }
  }

  private static boolean isAt(byte[] pattern, byte[] bytes, int at, int length) {
    int end = at + pattern.length;
    return end <= length && Arrays.equals(bytes, at, end, pattern, 0, pattern.length);
  }

  /** The patterns of marks, in their order. */
  static ByteSearch of(List<Mark> marks) {
    var patterns = new ArrayList<byte[]>();
    marks.forEach(mark -> patterns.add(mark.bytes()));
    return new ByteSearch(patterns);
  }
}
