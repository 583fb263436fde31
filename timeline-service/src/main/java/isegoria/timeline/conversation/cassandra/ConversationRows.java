package isegoria.timeline.conversation.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Writes;
import isegoria.timeline.conversation.kafka.ConversationView;
import isegoria.timeline.conversation.read.ConversationChange;
import isegoria.timeline.conversation.read.ConversationChange.Added;
import isegoria.timeline.conversation.read.ConversationChange.Erased;
import isegoria.timeline.conversation.read.ConversationChange.ReadTo;
import isegoria.timeline.conversation.read.ConversationChange.Removed;
import isegoria.timeline.feed.read.Buckets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Writes what conversations decided. Each row carries the time of its fact and nothing is looked
 * up, so facts may come again and in any order.
 */
public final class ConversationRows implements ConversationView.Rows {

  private final Writes writes;
  private final PreparedStatement insert;
  private final PreparedStatement insertActive;
  private final PreparedStatement insertMonth;
  private final PreparedStatement readTo;
  private final PreparedStatement delete;
  private final PreparedStatement deleteActive;
  private final PreparedStatement deleteMonths;

  public ConversationRows(Cassandra cassandra) {
    this.writes = cassandra.writes();
    this.insert =
        cassandra.prepare(
            "INSERT INTO conversation (owner, number, post, id, others, read_to)"
                + " VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
    this.insertActive =
        cassandra.prepare(
            "INSERT INTO conversation_active (owner, month, number, newest) VALUES (?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.insertMonth =
        cassandra.prepare(
            "INSERT INTO conversation_month (owner, month) VALUES (?, ?) USING TIMESTAMP ?");
    this.readTo =
        cassandra.prepare(
            "UPDATE conversation USING TIMESTAMP ? SET read_to = ? WHERE owner = ? AND number = ?");
    this.delete =
        cassandra.prepare(
            "DELETE FROM conversation USING TIMESTAMP ? WHERE owner = ? AND number = ?");
    this.deleteActive =
        cassandra.prepare(
            "DELETE FROM conversation_active USING TIMESTAMP ?"
                + " WHERE owner = ? AND month = ? AND number = ?");
    this.deleteMonths =
        cassandra.prepare("DELETE FROM conversation_month USING TIMESTAMP ? WHERE owner = ?");
  }

  @Override
  public CompletionStage<Void> apply(long owner, ConversationChange change, long micros) {
    long number = change.id().number();
    return switch (change) {
      case Added e -> writes.writeAll(added(owner, e, micros));
      case ReadTo e -> writes.write(readTo.bind(micros, e.post(), owner, number));
      case Removed e -> writes.writeAll(gone(owner, number, e.oldest(), micros));
      case Erased e -> {
        List<BoundStatement> rows = gone(owner, number, e.oldest(), micros);
        rows.add(deleteMonths.bind(micros, owner));
        yield writes.writeAll(rows);
      }
    };
  }

  private List<BoundStatement> added(long owner, Added e, long micros) {
    long number = e.id().number();
    int month = Buckets.monthOf(e.post());
    return List.of(
        insert.bind(owner, number, e.post(), e.id().value(), e.others(), e.readTo(), micros),
        insertActive.bind(owner, month, number, e.newest(), micros),
        insertMonth.bind(owner, month, micros));
  }

  /** From the month of its oldest post to now; in the months between it may have had none. */
  private List<BoundStatement> gone(long owner, long number, long oldest, long micros) {
    var rows = new ArrayList<BoundStatement>();
    rows.add(delete.bind(micros, owner, number));
    Instant now = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    int last = Buckets.monthOf(Buckets.firstIdAt(now));
    for (int month = Buckets.monthOf(oldest); oldest > 0 && month <= last; month++) {
      rows.add(deleteActive.bind(micros, owner, month, number));
    }
    return rows;
  }
}
