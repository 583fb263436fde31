package isegoria.timeline.notification.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.notification.read.NotificationGroup;
import isegoria.timeline.notification.read.NotificationRow;
import isegoria.timeline.notification.read.Parts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Ends the rows of a recipient who is erased: whole partitions, a part of the list at a time. */
final class ErasedRows {

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement parts;
  private final PreparedStatement deletePart;
  private final PreparedStatement deleteParts;
  private final PreparedStatement deleteGroups;
  private final PreparedStatement deleteMembers;
  private final PreparedStatement deleteWithdrawn;
  private final PreparedStatement deleteActivity;
  private final PreparedStatement deleteCleared;

  ErasedRows(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.parts = cassandra.prepare("SELECT part, first_id FROM notification_part WHERE owner = ?");
    this.deletePart =
        cassandra.prepare(
            "DELETE FROM notification USING TIMESTAMP ?"
                + " WHERE owner = ? AND grouped = ? AND part = ?");
    this.deleteParts =
        cassandra.prepare("DELETE FROM notification_part USING TIMESTAMP ? WHERE owner = ?");
    this.deleteGroups =
        cassandra.prepare(
            "DELETE FROM notification_group USING TIMESTAMP ? WHERE owner = ? AND month = ?");
    this.deleteMembers =
        cassandra.prepare(
            "DELETE FROM notification_member USING TIMESTAMP ?"
                + " WHERE owner = ? AND key = ? AND part = ?");
    this.deleteWithdrawn =
        cassandra.prepare(
            "DELETE FROM notification_withdrawn USING TIMESTAMP ? WHERE owner = ? AND key = ?");
    this.deleteActivity =
        cassandra.prepare(
            "DELETE FROM notification_activity USING TIMESTAMP ? WHERE owner = ? AND activity = ?");
    this.deleteCleared =
        cassandra.prepare("DELETE FROM notification_cleared USING TIMESTAMP ? WHERE owner = ?");
  }

  /** Returns when they are gone. */
  void erase(long owner, long micros, CassandraNotifications rows) {
    long firstId = idAt(micros);
    for (var part : reads.rows(parts.bind(owner))) {
      erasePart(owner, part.getInt(0), micros, rows);
      firstId = Math.min(firstId, part.getLong(1));
    }
    int last = Buckets.monthOf(idAt(micros));
    for (int month = Buckets.monthOf(firstId); month <= last; month++) {
      eraseGroups(owner, month, micros, rows);
    }
    write(List.of(deleteParts.bind(micros, owner), deleteCleared.bind(micros, owner)));
  }

  private static long idAt(long micros) {
    return Buckets.firstIdAt(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  private void erasePart(long owner, int part, long micros, CassandraNotifications rows) {
    for (boolean grouped : new boolean[] {true, false}) {
      var statements = new ArrayList<BoundStatement>();
      for (NotificationRow row : rows.part(owner, grouped, part)) {
        statements.add(deleteActivity.bind(micros, owner, row.activity().name()));
      }
      statements.add(deletePart.bind(micros, owner, grouped, part));
      write(statements);
    }
  }

  private void eraseGroups(long owner, int month, long micros, CassandraNotifications rows) {
    var statements = new ArrayList<BoundStatement>();
    for (NotificationGroup group : rows.inMonths(owner, month, 1)) {
      statements.add(deleteWithdrawn.bind(micros, owner, group.key()));
      for (int part = 0; part <= Parts.ofMember(group.members()); part++) {
        statements.add(deleteMembers.bind(micros, owner, group.key(), part));
      }
    }
    statements.add(deleteGroups.bind(micros, owner, month));
    write(statements);
  }

  private void write(List<BoundStatement> statements) {
    writes.writeAll(statements).toCompletableFuture().join();
  }
}
