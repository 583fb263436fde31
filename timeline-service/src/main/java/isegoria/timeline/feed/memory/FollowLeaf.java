package isegoria.timeline.feed.memory;

import isegoria.timeline.feed.memory.PackedBytes.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A run of accounts in order of their ids, each with whom it follows, as bytes that never change.
 *
 * <p>An account is the distance from the one before it, the length of its list, and the list. Only
 * the first has no distance: its id stands beside the reference to the leaf.
 */
final class FollowLeaf {

  static final byte[] EMPTY = new byte[0];

  private final long firstId;
  private final byte[] bytes;

  /** A leaf as it was written; it keeps the bytes. */
  FollowLeaf(long firstId, byte[] bytes) {
    this.firstId = firstId;
    this.bytes = bytes;
  }

  long firstId() {
    return firstId;
  }

  byte[] bytes() {
    return bytes;
  }

  /** A leaf of one account. */
  static FollowLeaf of(long id, byte[] list) {
    var writer = new Writer(list.length + 4);
    writer.account(id, list, 0, list.length);
    return writer.toLeaf();
  }

  /** The place of an account's list, from and to; null when it has no follows. */
  int @Nullable [] find(long id) {
    var in = new Cursor(bytes, 0, bytes.length);
    long at = firstId;
    while (in.hasMore()) {
      at += in.number();
      int length = (int) in.number();
      if (at == id) {
        return new int[] {in.at(), in.at() + length};
      }
      if (at > id) {
        break;
      }
      in.skip(length);
    }
    return null;
  }

  /** The leaf with an account's list as given; {@link #EMPTY} takes the account out. */
  FollowLeaf with(long id, byte[] list) {
    var writer = new Writer(bytes.length + list.length + 12);
    var in = new Cursor(bytes, 0, bytes.length);
    boolean isDone = list.length == 0;
    long at = firstId;
    while (in.hasMore()) {
      at += in.number();
      int length = (int) in.number();
      if (!isDone && at >= id) {
        writer.account(id, list, 0, list.length);
        isDone = true;
      }
      if (at != id) {
        writer.account(at, bytes, in.at(), length);
      }
      in.skip(length);
    }
    if (!isDone) {
      writer.account(id, list, 0, list.length);
    }
    return writer.toLeaf();
  }

  /**
   * Two leaves that hold the same; the first is cut where it has reached so many bytes, and neither
   * is empty unless this one has a single account.
   */
  FollowLeaf[] split(int firstBytes) {
    var writers = new Writer[] {new Writer(bytes.length), new Writer(bytes.length)};
    var in = new Cursor(bytes, 0, bytes.length);
    long at = firstId;
    while (in.hasMore()) {
      int from = in.at();
      at += in.number();
      int length = (int) in.number();
      boolean isLast = in.at() + length == bytes.length;
      boolean isFirst = from == 0;
      int half = !isFirst && (from >= firstBytes || isLast) ? 1 : 0;
      writers[half].account(at, bytes, in.at(), length);
      in.skip(length);
    }
    return new FollowLeaf[] {writers[0].toLeaf(), writers[1].toLeaf()};
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  private static final class Writer {
    private final PackedBytes out;
    private long firstId;
    private long previousId;

    Writer(int expected) {
      this.out = new PackedBytes(expected);
    }

    void account(long id, byte[] from, int offset, int length) {
      if (out.size() == 0) {
        firstId = id;
        previousId = id;
      }
      out.number(id - previousId);
      out.number(length);
      out.copy(from, offset, length);
      previousId = id;
    }

    FollowLeaf toLeaf() {
      return new FollowLeaf(firstId, out.toBytes());
    }
  }
}
