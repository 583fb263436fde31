package isegoria.timeline.feed.kafka;

import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.Visibility;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts of the slim log to and from bytes: about forty of them for a post.
 *
 * <p>One byte of kind, the id, and for an entry three more ids, one byte of flags, the language,
 * and whom it addresses where that decides who sees it.
 */
public final class FeedFactCodec {

  private static final byte APPEARED = 1;
  private static final byte REMOVED = 2;
  private static final byte READDRESSED = 3;
  private static final int VISIBILITY_BITS = 0b0011;
  private static final int MEDIA_BIT = 0b0100;
  private static final int LANGUAGE_BYTES_MAX = 255;

  private FeedFactCodec() {}

  static byte[] encode(FeedFact fact) {
    return switch (fact) {
      case FeedFact.Appeared(FeedEntry entry) -> appeared(entry);
      case FeedFact.Removed(long id) ->
          ByteBuffer.allocate(1 + Long.BYTES).put(REMOVED).putLong(id).array();
      case FeedFact.Readdressed(long id, List<Long> mentionedIds) -> {
        ByteBuffer bytes = ByteBuffer.allocate(1 + Long.BYTES + size(mentionedIds));
        bytes.put(READDRESSED).putLong(id);
        yield accounts(bytes, mentionedIds).array();
      }
    };
  }

  public static FeedFact decode(byte[] value) {
    ByteBuffer bytes = ByteBuffer.wrap(value);
    byte kind = bytes.get();
    long id = bytes.getLong();
    return switch (kind) {
      case APPEARED -> new FeedFact.Appeared(entry(id, bytes));
      case REMOVED -> new FeedFact.Removed(id);
      case READDRESSED -> new FeedFact.Readdressed(id, accounts(bytes));
      default -> throw new IllegalArgumentException("feed fact: " + kind + " (expected: 1 to 3)");
    };
  }

  private static byte[] appeared(FeedEntry entry) {
    byte[] language = entry.language().getBytes(StandardCharsets.UTF_8);
    if (language.length > LANGUAGE_BYTES_MAX) {
      language = new byte[0];
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(3 + 4 * Long.BYTES + language.length + size(entry.mentionedIds()));
    bytes.put(APPEARED).putLong(entry.id()).putLong(entry.actorId()).putLong(entry.originalId());
    bytes.putLong(entry.isBoost() ? entry.originalAuthorId() : entry.inReplyToAccountId());
    bytes.put((byte) (entry.visibility().code() | (entry.hasMedia() ? MEDIA_BIT : 0)));
    bytes.put((byte) language.length).put(language);
    return accounts(bytes, entry.mentionedIds()).array();
  }

  private static FeedEntry entry(long id, ByteBuffer bytes) {
    long actorId = bytes.getLong();
    long originalId = bytes.getLong();
    long other = bytes.getLong();
    int flags = bytes.get();
    byte[] language = new byte[Byte.toUnsignedInt(bytes.get())];
    bytes.get(language);
    boolean isBoost = originalId != 0;
    return new FeedEntry(
        id,
        actorId,
        originalId,
        isBoost ? other : 0,
        isBoost ? FeedEntry.NO_ACCOUNT : other,
        Visibility.ofCode(flags & VISIBILITY_BITS),
        new String(language, StandardCharsets.UTF_8),
        (flags & MEDIA_BIT) != 0,
        accounts(bytes));
  }

  private static int size(List<Long> accountIds) {
    return Byte.BYTES + accountIds.size() * Long.BYTES;
  }

  private static ByteBuffer accounts(ByteBuffer bytes, List<Long> accountIds) {
    bytes.put((byte) accountIds.size());
    accountIds.forEach(bytes::putLong);
    return bytes;
  }

  private static List<Long> accounts(ByteBuffer bytes) {
    int count = Byte.toUnsignedInt(bytes.get());
    var ids = new ArrayList<Long>(count);
    for (int i = 0; i < count; i++) {
      ids.add(bytes.getLong());
    }
    return ids;
  }
}
