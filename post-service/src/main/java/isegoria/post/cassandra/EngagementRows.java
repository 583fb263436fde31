package isegoria.post.cassandra;

import static java.util.stream.Collectors.groupingBy;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.engagement.BoostRow;
import isegoria.post.read.engagement.EngagementRow;
import isegoria.post.read.engagement.EngagementTable;
import isegoria.post.write.Visibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables {@code engagement} and {@code boost}. */
public final class EngagementRows implements EngagementTable {

  private final Reads reads;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement delete;
  private final PreparedStatement selectBoost;
  private final PreparedStatement insertBoost;
  private final PreparedStatement deleteBoost;

  public EngagementRows(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.select =
        cassandra.prepare(
            "SELECT post_id, favourited, bookmarked, boost_id, conversation_muted"
                + " FROM engagement WHERE actor_id = ? AND month = ? AND post_id IN ?");
    this.insert =
        cassandra.prepare(
            "INSERT INTO engagement (actor_id, month, post_id, favourited, bookmarked, boost_id,"
                + " conversation_muted) VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
    this.delete =
        cassandra.prepare(
            "DELETE FROM engagement USING TIMESTAMP ?"
                + " WHERE actor_id = ? AND month = ? AND post_id = ?");
    this.selectBoost = cassandra.prepare("SELECT * FROM boost WHERE boost_id = ?");
    this.insertBoost =
        cassandra.prepare(
            "INSERT INTO boost (boost_id, actor_id, post_id, visibility, created_at)"
                + " VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?");
    this.deleteBoost = cassandra.prepare("DELETE FROM boost USING TIMESTAMP ? WHERE boost_id = ?");
  }

  @Override
  public Map<PostId, EngagementRow> findAll(AccountId actor, Collection<PostId> posts) {
    var asked = new ArrayList<BoundStatement>();
    Set.copyOf(posts).stream()
        .collect(groupingBy(MonthBuckets::of))
        .forEach((month, ids) ->
            Reads.portions(ids)
                .forEach(portion ->
                    asked.add(
                        select.bind(
                            actor.value(), month, portion.stream().map(PostId::value).toList()))));
    var found = new HashMap<PostId, EngagementRow>();
    for (Row row : reads.rows(asked)) {
      EngagementRow engagement = read(actor, row);
      found.put(engagement.post(), engagement);
    }
    return found;
  }

  private static EngagementRow read(AccountId actor, Row row) {
    return new EngagementRow(
        actor,
        new PostId(row.getLong("post_id")),
        row.getBoolean("favourited"),
        row.getBoolean("bookmarked"),
        row.isNull("boost_id") ? null : new PostId(row.getLong("boost_id")),
        row.getBoolean("conversation_muted"));
  }

  @Override
  public Optional<BoostRow> findBoost(PostId boost) {
    return Optional.ofNullable(reads.first(selectBoost.bind(boost.value())))
        .filter(row -> !row.isNull("actor_id"))
        .map(row ->
            new BoostRow(
                boost,
                new AccountId(row.getLong("actor_id")),
                new PostId(row.getLong("post_id")),
                Visibility.valueOf(PostRows.text(row, "visibility")),
                PostRows.instant(row, "created_at")));
  }

  /** Where every mark is taken back no row stays: no list of formerly marked posts is kept. */
  BoundStatement put(EngagementRow row, long micros) {
    if (row.isBare()) {
      return delete.bind(
          micros, row.actor().value(), MonthBuckets.of(row.post()), row.post().value());
    }
    PostId boost = row.boost();
    return Binding.of(
        insert,
        row.actor().value(),
        MonthBuckets.of(row.post()),
        row.post().value(),
        row.favourited(),
        row.bookmarked(),
        boost == null ? null : boost.value(),
        row.conversationMuted(),
        micros);
  }

  BoundStatement put(BoostRow boost, long micros) {
    return insertBoost.bind(
        boost.id().value(),
        boost.actor().value(),
        boost.post().value(),
        boost.visibility().name(),
        boost.createdAt(),
        micros);
  }

  BoundStatement remove(PostId boost, long micros) {
    return deleteBoost.bind(micros, boost.value());
  }
}
