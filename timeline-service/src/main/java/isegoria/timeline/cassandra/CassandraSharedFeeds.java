package isegoria.timeline.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.timeline.read.feed.Buckets;
import isegoria.timeline.read.shared.SharedFeed;
import isegoria.timeline.read.shared.SharedFeeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The public feed and the feeds of tags, by hour; only hours that got posts are looked at. */
public final class CassandraSharedFeeds implements SharedFeeds {

  /** Partitions of one feed's hour: 400,000 posts in an hour stay within the bound of each. */
  static final int SHARDS = 4;

  /** Hours asked for at a time: two days of a busy feed. */
  private static final int HOURS_PER_QUESTION = 48;

  private final Reads reads;
  private final PreparedStatement selectHoursDown;
  private final PreparedStatement selectHoursUp;
  private final PreparedStatement selectDown;
  private final PreparedStatement selectUp;

  public CassandraSharedFeeds(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.selectHoursDown =
        cassandra.prepare(
            "SELECT hour FROM shared_hour WHERE feed = ? AND hour <= ? ORDER BY hour DESC LIMIT "
                + HOURS_PER_QUESTION);
    this.selectHoursUp =
        cassandra.prepare(
            "SELECT hour FROM shared_hour WHERE feed = ? AND hour >= ? ORDER BY hour ASC LIMIT "
                + HOURS_PER_QUESTION);
    this.selectDown =
        cassandra.prepare(
            "SELECT id FROM shared_entry WHERE feed = ? AND hour = ? AND shard = ? AND id < ?"
                + " ORDER BY id DESC LIMIT ?");
    this.selectUp =
        cassandra.prepare(
            "SELECT id FROM shared_entry WHERE feed = ? AND hour = ? AND shard = ? AND id > ?"
                + " ORDER BY id ASC LIMIT ?");
  }

  @Override
  public List<Long> older(SharedFeed feed, long olderThan, int count) {
    var ids = new ArrayList<Long>(count);
    int hour = Buckets.hourOf(olderThan);
    while (ids.size() < count) {
      List<Row> hours = reads.rows(selectHoursDown.bind(feed.name(), hour));
      for (Row row : hours) {
        if (ids.size() < count) {
          ids.addAll(inHour(true, feed, row.getInt("hour"), olderThan, count - ids.size()));
        }
        hour = row.getInt("hour") - 1;
      }
      if (hours.size() < HOURS_PER_QUESTION) {
        break;
      }
    }
    return ids;
  }

  @Override
  public List<Long> newer(SharedFeed feed, long newerThan, int count) {
    var ids = new ArrayList<Long>(count);
    int hour = Buckets.hourOf(newerThan);
    while (ids.size() < count) {
      List<Row> hours = reads.rows(selectHoursUp.bind(feed.name(), hour));
      for (Row row : hours) {
        if (ids.size() < count) {
          ids.addAll(inHour(false, feed, row.getInt("hour"), newerThan, count - ids.size()));
        }
        hour = row.getInt("hour") + 1;
      }
      if (hours.size() < HOURS_PER_QUESTION) {
        break;
      }
    }
    return ids;
  }

  private List<Long> inHour(boolean down, SharedFeed feed, int hour, long cursor, int count) {
    PreparedStatement select = down ? selectDown : selectUp;
    var questions = new ArrayList<BoundStatement>(SHARDS);
    for (int shard = 0; shard < SHARDS; shard++) {
      questions.add(select.bind(feed.name(), hour, shard, cursor, count));
    }
    Comparator<Long> order = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return reads.rows(questions).stream()
        .map(row -> row.getLong("id"))
        .sorted(order)
        .limit(count)
        .toList();
  }
}
