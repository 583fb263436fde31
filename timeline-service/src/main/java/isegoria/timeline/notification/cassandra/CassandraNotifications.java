package isegoria.timeline.notification.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.api.paging.Page;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.notification.read.Member;
import isegoria.timeline.notification.read.NotificationGroup;
import isegoria.timeline.notification.read.NotificationRow;
import isegoria.timeline.notification.read.Notifications;
import isegoria.timeline.notification.read.Parts;
import isegoria.timeline.notification.write.NotificationType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Notifications on disk. A page reads part after part until it is full. */
public final class CassandraNotifications implements Notifications {

  private static final Comparator<NotificationGroup> NEWEST_FIRST =
      Comparator.comparingLong(NotificationGroup::newest).reversed();

  /** Ids of the hours by which a group may outlast the month in which it began. */
  private static final long OVERLAP = Duration.ofHours(13).toMillis() << 16;

  /** Months read at once where those before them did not fill the page. */
  private static final int MONTHS_AT_ONCE_MAX = 16;

  private final Reads reads;
  private final PreparedStatement parts;
  private final PreparedStatement newest;
  private final PreparedStatement oldest;
  private final PreparedStatement one;
  private final PreparedStatement groupsOfMonth;
  private final PreparedStatement group;
  private final PreparedStatement members;
  private final PreparedStatement withdrawn;
  private final PreparedStatement cleared;

  /** A part, the id that it begins with, and that with which the next one begins. */
  private record Part(int number, long firstId, long end) {}

  public CassandraNotifications(Cassandra cassandra) {
    this.reads = cassandra.reads();
    String columns = "SELECT id, type, sender, post, group_key FROM notification";
    String range = columns + " WHERE owner = ? AND grouped = ? AND part = ? AND id > ? AND id < ?";
    this.newest = cassandra.prepare(range + " LIMIT ?");
    this.oldest = cassandra.prepare(range + " ORDER BY id ASC LIMIT ?");
    this.one =
        cassandra.prepare(columns + " WHERE owner = ? AND grouped = ? AND part = ? AND id = ?");
    this.parts = cassandra.prepare("SELECT part, first_id FROM notification_part WHERE owner = ?");
    String heads =
        "SELECT key, type, post, newest, members, dismissed FROM notification_group"
            + " WHERE owner = ? AND month = ?";
    this.groupsOfMonth = cassandra.prepare(heads);
    this.group = cassandra.prepare(heads + " AND key = ?");
    this.members =
        cassandra.prepare(
            "SELECT id, sender FROM notification_member"
                + " WHERE owner = ? AND key = ? AND part = ? AND id > ? LIMIT ?");
    this.withdrawn =
        cassandra.prepare(
            "SELECT COUNT(*) FROM notification_withdrawn"
                + " WHERE owner = ? AND key = ? AND id > ?");
    this.cleared = cassandra.prepare("SELECT up_to FROM notification_cleared WHERE owner = ?");
  }

  @Override
  public long clearedUpTo(long owner) {
    Row row = reads.first(cleared.bind(owner));
    return row == null ? 0 : row.getLong(0);
  }

  /** Newest first. */
  private List<Part> partsOf(long owner) {
    var all = new ArrayList<Part>();
    long end = Page.NEWEST;
    for (Row row : reads.rows(parts.bind(owner))) {
      all.add(new Part(row.getInt(0), row.getLong(1), end));
      end = row.getLong(1);
    }
    return all;
  }

  @Override
  public List<NotificationRow> rows(long owner, boolean grouped, Page page) {
    List<Part> all = partsOf(owner);
    var found = new ArrayList<NotificationRow>();
    for (Part part : page.fromOldest() ? all.reversed() : all) {
      if (part.firstId() >= page.olderThan() || part.end() <= page.newerThan()) {
        continue;
      }
      PreparedStatement select = page.fromOldest() ? oldest : newest;
      reads
          .rows(
              select.bind(
                  owner,
                  grouped,
                  part.number(),
                  page.newerThan(),
                  page.olderThan(),
                  page.limit() - found.size()))
          .forEach(row -> found.add(row(row)));
      if (found.size() >= page.limit()) {
        break;
      }
    }
    return List.copyOf(page.fromOldest() ? found.reversed() : found);
  }

  /** All of one partition. */
  List<NotificationRow> part(long owner, boolean grouped, int part) {
    return reads
        .rows(newest.bind(owner, grouped, part, Page.OLDEST, Page.NEWEST, Parts.ROWS_PER_PART))
        .stream()
        .map(CassandraNotifications::row)
        .toList();
  }

  @Override
  public @Nullable NotificationRow row(long owner, long id) {
    for (Part part : partsOf(owner)) {
      if (part.firstId() <= id) {
        List<Row> found =
            reads.rows(
                List.of(
                    one.bind(owner, true, part.number(), id),
                    one.bind(owner, false, part.number(), id)));
        return found.isEmpty() ? null : row(found.getFirst());
      }
    }
    return null;
  }

  @Override
  public List<NotificationGroup> groups(long owner, Page page) {
    List<Part> all = partsOf(owner);
    if (all.isEmpty()) {
      return List.of();
    }
    int first = Buckets.monthOf(Math.max(all.getLast().firstId(), page.newerThan() - OVERLAP));
    int last = lastMonth(owner, all, page);
    var found = new ArrayList<NotificationGroup>();
    int months = last - first + 1;
    int width = 1;
    for (int read = 0; read < months; width = Math.min(2 * width, MONTHS_AT_ONCE_MAX)) {
      int some = Math.min(width, months - read);
      int from = page.fromOldest() ? first + read : last - read - some + 1;
      inMonths(owner, from, some).stream()
          .filter(group -> group.isLeft() && page.isWithin(group.newest()))
          .forEach(found::add);
      read += some;
      if (sure(found, page, from, some) >= page.limit()) {
        break;
      }
    }
    return page.of(found.stream().sorted(NEWEST_FIRST).toList(), NotificationGroup::newest);
  }

  /** How many stand where none of the months that were not read can come between. */
  private static long sure(List<NotificationGroup> found, Page page, int from, int months) {
    long older = Buckets.firstIdOfMonth(from) + OVERLAP;
    long newer = Buckets.firstIdOfMonth(from + months);
    return found.stream()
        .filter(group -> page.fromOldest() ? group.newest() < newer : group.newest() >= older)
        .count();
  }

  private int lastMonth(long owner, List<Part> all, Page page) {
    List<Row> top =
        reads.rows(newest.bind(owner, true, all.getFirst().number(), Page.OLDEST, Page.NEWEST, 1));
    long newestId = top.isEmpty() ? all.getFirst().firstId() : top.getFirst().getLong("id");
    return Buckets.monthOf(Math.min(newestId, page.olderThan()));
  }

  /** Those that began in these months, also those of which nothing is left. */
  List<NotificationGroup> inMonths(long owner, int from, int months) {
    return reads
        .rows(
            IntStream.range(from, from + months)
                .mapToObj(month -> groupsOfMonth.bind(owner, month))
                .toList())
        .stream()
        .filter(row -> row.getString("type") != null)
        .map(CassandraNotifications::group)
        .toList();
  }

  @Override
  public Map<String, NotificationGroup> groups(long owner, Collection<String> keys) {
    var statements = new ArrayList<BoundStatement>();
    for (String key : keys) {
      Parts.monthOf(key).ifPresent(month -> statements.add(group.bind(owner, month, key)));
    }
    return reads.rows(statements).stream()
        .filter(row -> row.getString("type") != null)
        .map(CassandraNotifications::group)
        .collect(Collectors.toMap(NotificationGroup::key, Function.identity()));
  }

  @Override
  public List<List<Member>> members(long owner, List<NotificationGroup> groups, int limit) {
    var statements = new ArrayList<BoundStatement>();
    for (NotificationGroup of : groups) {
      int part = Parts.ofMember(of.members());
      statements.add(members.bind(owner, of.key(), part, of.dismissed(), limit));
    }
    List<List<Member>> found =
        new ArrayList<>(
            reads.answers(statements).stream()
                .map(rows -> rows.stream().map(CassandraNotifications::member).toList())
                .toList());
    for (int at = 0; at < groups.size(); at++) {
      found.set(at, withOlder(owner, groups.get(at), found.get(at), limit));
    }
    return List.copyOf(found);
  }

  /** The part that was read last may have few. */
  private List<Member> withOlder(long owner, NotificationGroup of, List<Member> newest, int limit) {
    int part = Parts.ofMember(of.members());
    var all = new ArrayList<>(newest);
    while (all.size() < limit && part > 0) {
      part--;
      reads
          .rows(members.bind(owner, of.key(), part, of.dismissed(), limit - all.size()))
          .forEach(row -> all.add(member(row)));
    }
    return List.copyOf(all);
  }

  @Override
  public long withdrawn(long owner, String key, long after) {
    return Objects.requireNonNull(reads.first(withdrawn.bind(owner, key, after))).getLong(0);
  }

  private static NotificationRow row(Row row) {
    return new NotificationRow(
        row.getLong("id"),
        type(row),
        row.getLong("sender"),
        row.getLong("post"),
        Objects.requireNonNull(row.getString("group_key")));
  }

  private static NotificationGroup group(Row row) {
    return new NotificationGroup(
        Objects.requireNonNull(row.getString("key")),
        type(row),
        row.getLong("post"),
        row.getLong("newest"),
        row.getLong("members"),
        row.getLong("dismissed"));
  }

  private static NotificationType type(Row row) {
    String word = Objects.requireNonNull(row.getString("type"));
    return NotificationType.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Member member(Row row) {
    return new Member(row.getLong("id"), row.getLong("sender"));
  }
}
