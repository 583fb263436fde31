package isegoria.timeline.notification.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.timeline.notification.kafka.NotificationView;
import isegoria.timeline.notification.read.Settings;
import isegoria.timeline.notification.read.SettingsTable;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.InboxSettingsErased;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.NotificationPolicySet;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.NotificationSenderAccepted;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.NotificationSenderDismissed;
import isegoria.timeline.notification.write.settings.NotificationPolicy;
import isegoria.timeline.notification.write.settings.PolicyLevel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** Policies of accounts, and the senders about whom they have decided by name. */
public final class CassandraSettings implements NotificationView.Settings, SettingsTable {

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement insertPolicy;
  private final PreparedStatement accept;
  private final PreparedStatement dismiss;
  private final PreparedStatement deletePolicy;
  private final PreparedStatement deleteSenders;
  private final PreparedStatement policy;
  private final PreparedStatement senders;

  public CassandraSettings(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    String columns =
        "not_following, not_followers, new_accounts, private_mentions, limited_accounts";
    this.insertPolicy =
        cassandra.prepare(
            "INSERT INTO notification_policy (owner, %s) VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP ?"
                .formatted(columns));
    this.accept =
        cassandra.prepare(
            "INSERT INTO notification_sender (owner, sender, accepted) VALUES (?, ?, true)"
                + " USING TIMESTAMP ?");
    this.dismiss =
        cassandra.prepare(
            "INSERT INTO notification_sender (owner, sender, dismissed) VALUES (?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.deletePolicy =
        cassandra.prepare("DELETE FROM notification_policy USING TIMESTAMP ? WHERE owner = ?");
    this.deleteSenders =
        cassandra.prepare("DELETE FROM notification_sender USING TIMESTAMP ? WHERE owner = ?");
    this.policy =
        cassandra.prepare("SELECT %s FROM notification_policy WHERE owner = ?".formatted(columns));
    this.senders =
        cassandra.prepare(
            "SELECT sender, accepted, dismissed FROM notification_sender WHERE owner = ?");
  }

  @Override
  public CompletionStage<Void> apply(long owner, InboxSettingsEvent event, long micros) {
    return switch (event) {
      case NotificationPolicySet(NotificationPolicy to) ->
          writes.write(
              insertPolicy.bind(
                  owner,
                  to.notFollowing().word(),
                  to.notFollowers().word(),
                  to.newAccounts().word(),
                  to.privateMentions().word(),
                  to.limitedAccounts().word(),
                  micros));
      case NotificationSenderAccepted e ->
          writes.write(accept.bind(owner, e.sender().value(), micros));
      case NotificationSenderDismissed e ->
          writes.write(dismiss.bind(owner, e.sender().value(), e.upTo(), micros));
      case InboxSettingsErased _ ->
          writes.writeAll(
              List.of(deletePolicy.bind(micros, owner), deleteSenders.bind(micros, owner)));
    };
  }

  @Override
  public Settings of(long owner) {
    List<List<Row>> found = reads.answers(List.of(policy.bind(owner), senders.bind(owner)));
    var accepted = new HashSet<Long>();
    var dismissed = new HashMap<Long, Long>();
    for (Row row : found.getLast()) {
      if (row.getBoolean("accepted")) {
        accepted.add(row.getLong("sender"));
      }
      if (row.getLong("dismissed") > 0) {
        dismissed.put(row.getLong("sender"), row.getLong("dismissed"));
      }
    }
    List<Row> set = found.getFirst();
    return new Settings(
        set.isEmpty() ? NotificationPolicy.USUAL : policy(set.getFirst()), accepted, dismissed);
  }

  private static NotificationPolicy policy(Row row) {
    return new NotificationPolicy(
        level(row, 0), level(row, 1), level(row, 2), level(row, 3), level(row, 4));
  }

  private static PolicyLevel level(Row row, int column) {
    return PolicyLevel.valueOf(
        Objects.requireNonNull(row.getString(column)).toUpperCase(Locale.ROOT));
  }
}
