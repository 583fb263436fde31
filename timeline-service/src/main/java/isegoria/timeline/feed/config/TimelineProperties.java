package isegoria.timeline.feed.config;

import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.role.Role;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may tune: the keys {@code isegoria.timeline.*}.
 *
 * @param roles what this process does; all of it, unless it says so
 * @param recentLogEntriesMax entries of the recent log that this instance holds, 1 to 10,000,000;
 *     0: as many as a quarter of its memory takes
 * @param rowCachesSizeMax memory for the row caches of posts and accounts, which spare pages their
 *     reads; 0: an eighth of it
 * @param feedStaleness how often each active reader's snapshot is checked for a rebuild; it bounds
 *     what a page has to read, not how fresh the page is
 */
@ConfigurationProperties("isegoria.timeline")
public record TimelineProperties(
    @DefaultValue({"materialize", "serve"}) Set<Role> roles,
    @DefaultValue("0") int recentLogEntriesMax,
    @DefaultValue("0B") DataSize rowCachesSizeMax,
    @DefaultValue("60s") Duration feedStaleness) {

  /** Bytes of one entry in the log and of its author's tail, were it the only one in it. */
  private static final int BYTES_PER_ENTRY = 140;

  private static final int SHARE_OF_MEMORY = 4;
  private static final int SHARE_OF_ROW_CACHES = 8;

  public TimelineProperties {
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException(
          "isegoria.timeline.roles: none (expected: materialize, serve or both)");
    }
    if (recentLogEntriesMax < 0 || recentLogEntriesMax > RecentLog.ENTRIES_MAX) {
      throw new IllegalArgumentException(
          "isegoria.timeline.recent-log-entries-max: "
              + recentLogEntriesMax
              + " (expected: 0 to "
              + RecentLog.ENTRIES_MAX
              + ")");
    }
  }

  long rowCachesBytes(long memoryBytes) {
    return rowCachesSizeMax.toBytes() > 0
        ? rowCachesSizeMax.toBytes()
        : memoryBytes / SHARE_OF_ROW_CACHES;
  }

  int recentLogEntries(long memoryBytes) {
    long fitting = memoryBytes / SHARE_OF_MEMORY / BYTES_PER_ENTRY;
    return recentLogEntriesMax > 0
        ? recentLogEntriesMax
        : Math.clamp(fitting, 1, RecentLog.ENTRIES_MAX);
  }
}
