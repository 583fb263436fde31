package isegoria.timeline.home.read;

import isegoria.timeline.feed.read.Reader;
import java.util.function.LongConsumer;

/** The reader of a list: its authors are the members whom the reader follows. */
record ListReader(Reader whole, FeedList list) implements NarrowedReader {

  @Override
  public boolean follows(long accountId) {
    return list.members().contains(accountId) && whole.follows(accountId);
  }

  @Override
  public int followsCount() {
    return list.members().size();
  }

  @Override
  public void forEachFollowed(LongConsumer action) {
    list.members()
        .forEach(member -> {
          if (whole.follows(member)) {
            action.accept(member);
          }
        });
  }

  @Override
  public boolean showsRepliesTo(long accountId) {
    return switch (list.replies()) {
      case FOLLOWED -> whole.follows(accountId);
      case LIST -> list.members().contains(accountId);
      case NONE -> false;
    };
  }

  @Override
  public boolean showsOwn() {
    return list.members().contains(whole.id());
  }

  /** No snapshot is made of a list: this is none of the reader's. */
  @Override
  public long followsHash() {
    return ~whole.followsHash();
  }
}
