package isegoria.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import isegoria.api.entity.FilterResult;
import isegoria.api.filter.FilterMatcher;
import isegoria.api.view.PostContent;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What viewers' filters say of posts, now: the one rule of every service that shows posts.
 *
 * <p>The filters of all accounts are in memory as their records have them, 1 kB for a usual account
 * and 300 kB for one that has as many as it may; what readers of these minutes need of them is
 * compiled. Their ends are judged when they are asked: nothing has to happen then.
 */
public final class ViewerFilters {

  /** Bytes of the records of which compiled filters are kept: they take three times as much. */
  private static final int COMPILED_RECORDS_SIZE_MAX = 10_000_000;

  /** What was compiled, and of which record: where another came, it is compiled again. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by identity.
  private record Compiled(byte[] record, FilterMatcher matcher) {}

  private final FilterCodec codec = new FilterCodec();
  private final InstantSource clock;
  private final Map<Long, byte[]> records = new ConcurrentHashMap<>();
  private final LongAdder size = new LongAdder();
  private final Cache<Long, Compiled> compiled =
      Caffeine.newBuilder()
          .maximumWeight(COMPILED_RECORDS_SIZE_MAX)
          .weigher((Long _, Compiled of) -> of.record().length)
          .build();

  public ViewerFilters(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * All filters of an account; null where none is left. One thread calls.
   *
   * @throws RuntimeException where the record cannot be read: what was there stays
   */
  public void set(long accountId, byte @Nullable [] record) {
    if (record != null) {
      codec.check(record);
    }
    byte[] before = record == null ? records.remove(accountId) : records.put(accountId, record);
    size.add((record == null ? 0 : record.length) - (before == null ? 0 : before.length));
    compiled.invalidate(accountId);
  }

  /** Bytes of all records, without the 100 or so that each costs beside them. */
  public long size() {
    return size.sum();
  }

  /**
   * Why the viewer's filters match a post; empty where they do not. They match no post of the
   * viewer's own.
   *
   * @param shownAs the id under which it is shown: its own, or that of a boost
   * @param post its words; not asked for where the viewer filters nothing
   */
  public List<FilterResult> match(
      long viewerId, long authorId, long shownAs, Supplier<PostContent> post) {
    byte[] record = records.get(viewerId);
    return record == null || viewerId == authorId
        ? List.of()
        : match(matcher(viewerId, record), shownAs, post.get());
  }

  private List<FilterResult> match(FilterMatcher matcher, long shownAs, PostContent post) {
    List<Long> ids = post.id() == shownAs ? List.of(shownAs) : List.of(post.id(), shownAs);
    return matcher.match(ids, post.spoilerText() + "\n\n" + post.text(), clock.instant());
  }

  @SuppressWarnings("ReferenceEquality") // A record is replaced, never changed.
  private FilterMatcher matcher(long accountId, byte[] record) {
    Compiled known = compiled.getIfPresent(accountId);
    if (known == null || known.record() != record) {
      known = new Compiled(record, codec.matcher(record));
      compiled.put(accountId, known);
    }
    return known.matcher();
  }
}
