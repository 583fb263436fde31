package isegoria.timeline.notification.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.PostId;
import isegoria.timeline.notification.kafka.NotificationView;
import isegoria.timeline.notification.read.NotificationRow;
import isegoria.timeline.notification.read.Parts;
import isegoria.timeline.notification.write.Activity;
import isegoria.timeline.notification.write.GroupKey;
import isegoria.timeline.notification.write.InboxEvent;
import isegoria.timeline.notification.write.InboxEvent.NotificationAdded;
import isegoria.timeline.notification.write.InboxEvent.NotificationDismissed;
import isegoria.timeline.notification.write.InboxEvent.NotificationGroupDismissed;
import isegoria.timeline.notification.write.InboxEvent.NotificationWithdrawn;
import isegoria.timeline.notification.write.InboxEvent.NotificationsCleared;
import isegoria.timeline.notification.write.InboxEvent.NotificationsErased;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Writes what inboxes decided. Every row carries the time of its fact, so the newest wins. */
public final class NotificationRows implements NotificationView.Rows {

  /** What looks rows up waits for them, so it has a thread of its own. */
  private static final Executor THREADS =
      task -> Thread.ofVirtual().name("notifications").start(task);

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement insert;
  private final PreparedStatement insertPart;
  private final PreparedStatement insertGroup;
  private final PreparedStatement insertMember;
  private final PreparedStatement insertActivity;
  private final PreparedStatement insertWithdrawn;
  private final PreparedStatement insertCleared;
  private final PreparedStatement dismissGroup;
  private final PreparedStatement delete;
  private final PreparedStatement deleteMember;
  private final PreparedStatement deleteActivity;
  private final PreparedStatement selectActivity;
  private final CassandraNotifications rows;
  private final ErasedRows erased;

  /** What tells of an activity, and since when. */
  private record Told(
      long id, boolean grouped, int part, String group, int memberPart, long writtenAt) {}

  public NotificationRows(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.rows = new CassandraNotifications(cassandra);
    this.erased = new ErasedRows(cassandra);
    this.insert =
        cassandra.prepare(
            "INSERT INTO notification (owner, grouped, part, id, type, sender, post, group_key)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
    this.insertPart =
        cassandra.prepare(
            "INSERT INTO notification_part (owner, part, first_id) VALUES (?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.insertGroup =
        cassandra.prepare(
            "INSERT INTO notification_group (owner, month, key, type, post, newest, members)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
    this.insertMember =
        cassandra.prepare(
            "INSERT INTO notification_member (owner, key, part, id, sender) VALUES (?, ?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.insertActivity =
        cassandra.prepare(
            "INSERT INTO notification_activity"
                + " (owner, activity, id, grouped, part, group_key, member_part)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
    this.insertWithdrawn =
        cassandra.prepare(
            "INSERT INTO notification_withdrawn (owner, key, id) VALUES (?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.insertCleared =
        cassandra.prepare(
            "INSERT INTO notification_cleared (owner, up_to) VALUES (?, ?) USING TIMESTAMP ?");
    this.dismissGroup =
        cassandra.prepare(
            "UPDATE notification_group USING TIMESTAMP ? SET dismissed = ?"
                + " WHERE owner = ? AND month = ? AND key = ?");
    this.delete =
        cassandra.prepare(
            "DELETE FROM notification USING TIMESTAMP ?"
                + " WHERE owner = ? AND grouped = ? AND part = ? AND id = ?");
    this.deleteMember =
        cassandra.prepare(
            "DELETE FROM notification_member USING TIMESTAMP ?"
                + " WHERE owner = ? AND key = ? AND part = ? AND id = ?");
    this.deleteActivity =
        cassandra.prepare(
            "DELETE FROM notification_activity USING TIMESTAMP ? WHERE owner = ? AND activity = ?");
    this.selectActivity =
        cassandra.prepare(
            "SELECT id, grouped, part, group_key, member_part, WRITETIME(id) AS written_at"
                + " FROM notification_activity WHERE owner = ? AND activity = ?");
  }

  @Override
  public CompletionStage<Void> apply(long owner, InboxEvent event, long micros) {
    return switch (event) {
      case NotificationAdded e -> writes.writeAll(added(owner, e, micros));
      case NotificationsCleared e -> writes.write(insertCleared.bind(owner, e.upTo(), micros));
      case NotificationWithdrawn e -> later(() -> withdrawn(owner, e.activity(), micros));
      case NotificationDismissed e -> later(() -> dismissed(owner, e.id(), micros));
      case NotificationGroupDismissed e -> later(() -> dismissed(owner, e, micros));
      case NotificationsErased _ ->
          CompletableFuture.runAsync(() -> erased.erase(owner, micros, rows), THREADS);
    };
  }

  /** Looks up what to write, then writes it. */
  private CompletionStage<Void> later(Supplier<List<BoundStatement>> rowsOf) {
    return CompletableFuture.supplyAsync(rowsOf, THREADS).thenCompose(writes::writeAll);
  }

  private List<BoundStatement> added(long owner, NotificationAdded event, long micros) {
    Activity of = event.activity();
    String key = event.group();
    int part = Parts.of(event.number());
    int memberPart = Parts.ofMember(event.member());
    PostId about = of.post();
    long post = about == null ? NotificationRow.NO_POST : about.value();
    var month = Parts.monthOf(key);
    boolean grouped = month.isPresent();
    var statements = new ArrayList<BoundStatement>();
    statements.add(
        insert.bind(
            owner,
            grouped,
            part,
            event.id(),
            of.type().word(),
            of.from().value(),
            post,
            key,
            micros));
    statements.add(
        insertActivity.bind(owner, of.name(), event.id(), grouped, part, key, memberPart, micros));
    if (Parts.begins(event.number())) {
      statements.add(insertPart.bind(owner, part, event.id(), micros));
    }
    if (grouped) {
      statements.add(
          insertMember.bind(owner, key, memberPart, event.id(), of.from().value(), micros));
      statements.add(
          insertGroup.bind(
              owner,
              month.getAsInt(),
              key,
              of.type().word(),
              post,
              event.id(),
              event.member(),
              micros));
    }
    return statements;
  }

  private List<BoundStatement> withdrawn(long owner, Activity activity, long micros) {
    Row row = reads.first(selectActivity.bind(owner, activity.name()));
    if (row == null) {
      return List.of();
    }
    Told told = told(row);
    // What was told since is told of what was done since; an old fact may come again.
    return told.writtenAt() > micros ? List.of() : takeAway(owner, activity.name(), told, micros);
  }

  private List<BoundStatement> takeAway(long owner, String activity, Told told, long micros) {
    var statements = new ArrayList<BoundStatement>();
    statements.add(delete.bind(micros, owner, told.grouped(), told.part(), told.id()));
    if (told.grouped()) {
      statements.add(deleteMember.bind(micros, owner, told.group(), told.memberPart(), told.id()));
      statements.add(insertWithdrawn.bind(owner, told.group(), told.id(), micros));
    }
    statements.add(deleteActivity.bind(micros, owner, activity));
    return statements;
  }

  private static Told told(Row row) {
    return new Told(
        row.getLong("id"),
        row.getBoolean("grouped"),
        row.getInt("part"),
        Objects.requireNonNull(row.getString("group_key")),
        row.getInt("member_part"),
        row.getLong("written_at"));
  }

  private List<BoundStatement> dismissed(long owner, long id, long micros) {
    NotificationRow row = rows.row(owner, id);
    return row == null ? List.of() : withdrawn(owner, row.activity(), micros);
  }

  private List<BoundStatement> dismissed(
      long owner, NotificationGroupDismissed event, long micros) {
    var only = GroupKey.onlyMember(event.group());
    if (only.isPresent()) {
      return dismissed(owner, only.getAsLong(), micros);
    }
    var month = Parts.monthOf(event.group());
    return month.isEmpty() || rows.groups(owner, List.of(event.group())).isEmpty()
        ? List.of()
        : List.of(dismissGroup.bind(micros, event.upTo(), owner, month.getAsInt(), event.group()));
  }
}
