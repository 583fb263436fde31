package isegoria.timeline.feed.memory;

import java.util.Arrays;

/** Bytes being written: numbers of seven bits a byte, the lowest first. */
final class PackedBytes {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private byte[] bytes;
  private int size;

  PackedBytes(int expected) {
    this.bytes = new byte[expected];
  }

  /** Writes a number that is not negative. */
  void number(long value) {
    long left = value;
    while (left >= MORE) {
      one((byte) (left | MORE));
      left >>>= BITS;
    }
    one((byte) left);
  }

  void copy(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  int size() {
    return size;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void one(byte value) {
    room(1);
    bytes[size++] = value;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  /** Reads what was written, forwards. */
  static final class Cursor {
    private final byte[] bytes;
    private final int end;
    private int at;

    Cursor(byte[] bytes, int from, int end) {
      this.bytes = bytes;
      this.at = from;
      this.end = end;
    }

    boolean hasMore() {
      return at < end;
    }

    int at() {
      return at;
    }

    void skip(int length) {
      at += length;
    }

    long number() {
      long value = 0;
      for (int shift = 0; ; shift += BITS) {
        byte part = bytes[at++];
        value |= (long) (part & (MORE - 1)) << shift;
        if (part >= 0) {
          return value;
        }
      }
    }
  }
}
