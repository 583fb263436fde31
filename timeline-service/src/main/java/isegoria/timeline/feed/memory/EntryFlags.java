package isegoria.timeline.feed.memory;

import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Visibility;

/** What is small about an entry, in one byte: a log of millions has one for each. */
final class EntryFlags {

  private static final int VISIBILITY_BITS = 0b0011;
  private static final int MEDIA_BIT = 0b0100;
  private static final int MENTIONS_BIT = 0b1000;

  private EntryFlags() {}

  static byte of(FeedEntry entry) {
    int flags = entry.visibility().code() | (entry.hasMedia() ? MEDIA_BIT : 0);
    return withMentions((byte) flags, !entry.mentionedIds().isEmpty());
  }

  /** The same entry, with mentions that are kept elsewhere or with none. */
  static byte withMentions(byte flags, boolean any) {
    return (byte) (any ? flags | MENTIONS_BIT : flags & ~MENTIONS_BIT);
  }

  static Visibility visibility(byte flags) {
    return Visibility.ofCode(flags & VISIBILITY_BITS);
  }

  static boolean hasMedia(byte flags) {
    return (flags & MEDIA_BIT) != 0;
  }

  static boolean hasMentions(byte flags) {
    return (flags & MENTIONS_BIT) != 0;
  }
}
