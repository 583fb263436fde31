package isegoria.timeline.home.read;

import isegoria.timeline.feed.read.Reader;
import java.util.List;

/** A reader of a feed that has fewer authors than the reader follows; all else is the reader's. */
public interface NarrowedReader extends Reader {

  /** The reader of a home: what stands in exclusive lists does not stand there. */
  static Reader home(Reader reader, List<FeedList> lists) {
    return HomeReader.of(reader, lists);
  }

  /** The reader of a list. */
  static Reader list(Reader reader, FeedList list) {
    return new ListReader(reader, list);
  }

  Reader whole();

  @Override
  default long id() {
    return whole().id();
  }

  @Override
  default boolean showsBoostsOf(long accountId) {
    return whole().showsBoostsOf(accountId);
  }

  @Override
  default boolean showsLanguageOf(long accountId, String language) {
    return whole().showsLanguageOf(accountId, language);
  }

  @Override
  default boolean hides(long accountId) {
    return whole().hides(accountId);
  }

  @Override
  default boolean isBlockedFrom(long accountId) {
    return whole().isBlockedFrom(accountId);
  }

  @Override
  default boolean mutesNotificationsOf(long accountId) {
    return whole().mutesNotificationsOf(accountId);
  }
}
