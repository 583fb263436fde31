package isegoria.api.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a list, newest first, were asked for: at most {@code limit} of those with {@code
 * newerThan < id < olderThan}. They are the newest such entries, or with {@code fromOldest} the
 * oldest such; either way they are returned newest first.
 *
 * <p>{@code max_id} sets {@code olderThan}. {@code since_id} sets {@code newerThan} and keeps the
 * newest, so a gap may remain; {@code min_id} sets {@code newerThan} and keeps those next to it, so
 * that a client can walk forward without a gap, and wins over {@code since_id}. A cursor that is no
 * number counts as 0, as clients are used to: nothing is older, everything is newer.
 */
public record Page(int limit, long olderThan, long newerThan, boolean fromOldest) {

  /** No upper bound. */
  public static final long NEWEST = Long.MAX_VALUE;

  /** No lower bound. */
  public static final long OLDEST = 0;

  public static Page first(int limit) {
    return new Page(limit, NEWEST, OLDEST, false);
  }

  /** The four parameters as they came, each null or empty when absent. */
  public static Page of(
      PageLimit limits,
      @Nullable String limit,
      @Nullable String maxId,
      @Nullable String sinceId,
      @Nullable String minId) {
    boolean fromOldest = isGiven(minId);
    return new Page(
        limits.of(limit),
        isGiven(maxId) ? cursor(maxId) : NEWEST,
        cursor(fromOldest ? minId : sinceId),
        fromOldest);
  }

  /** What remains of this page's range once everything up to an id was seen. */
  public Page beyond(long reached) {
    return fromOldest
        ? new Page(limit, olderThan, reached, true)
        : new Page(limit, reached, newerThan, false);
  }

  public boolean isWithin(long id) {
    return newerThan < id && id < olderThan;
  }

  /** The meaning of this page, for small lists and as the reference for every query. */
  public <T> List<T> of(List<T> newestFirst, ToLongFunction<T> id) {
    var within = new ArrayList<T>();
    for (T entry : fromOldest ? newestFirst.reversed() : newestFirst) {
      if (within.size() < limit && isWithin(id.applyAsLong(entry))) {
        within.add(entry);
      }
    }
    if (fromOldest) {
      Collections.reverse(within);
    }
    return List.copyOf(within);
  }

  private static boolean isGiven(@Nullable String cursor) {
    return cursor != null && !cursor.isBlank();
  }

  private static long cursor(@Nullable String raw) {
    if (raw == null || !raw.matches("[0-9]{1,40}")) {
      return 0;
    }
    try {
      return Long.parseLong(raw);
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }
}
