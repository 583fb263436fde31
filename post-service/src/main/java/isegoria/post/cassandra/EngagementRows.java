package isegoria.post.cassandra;

import static java.util.stream.Collectors.groupingBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.engagement.BoostRow;
import isegoria.post.read.engagement.EngagementRow;
import isegoria.post.read.engagement.EngagementTable;
import isegoria.post.write.Visibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables {@code engagement} and {@code boost}. */
public final class EngagementRows implements EngagementTable {

  private final CqlSession session;
  private final PreparedStatement select;
  private final PreparedStatement selectMonth;
  private final PreparedStatement insert;
  private final PreparedStatement delete;
  private final PreparedStatement selectBoost;
  private final PreparedStatement insertBoost;
  private final PreparedStatement deleteBoost;

  public EngagementRows(CqlSession session) {
    this.session = session;
    this.select =
        session.prepare(
            "SELECT post_id, favourited, bookmarked, boost_id, conversation_muted"
                + " FROM engagement WHERE actor_id = ? AND month = ? AND post_id IN ?");
    this.selectMonth =
        session.prepare(
            "SELECT post_id, favourited, bookmarked, boost_id, conversation_muted"
                + " FROM engagement WHERE actor_id = ? AND month = ?");
    this.insert =
        session.prepare(
            "INSERT INTO engagement (actor_id, month, post_id, favourited, bookmarked, boost_id,"
                + " conversation_muted) VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
    this.delete =
        session.prepare(
            "DELETE FROM engagement USING TIMESTAMP ?"
                + " WHERE actor_id = ? AND month = ? AND post_id = ?");
    this.selectBoost = session.prepare("SELECT * FROM boost WHERE boost_id = ?");
    this.insertBoost =
        session.prepare(
            "INSERT INTO boost (boost_id, actor_id, post_id, visibility, created_at)"
                + " VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?");
    this.deleteBoost = session.prepare("DELETE FROM boost USING TIMESTAMP ? WHERE boost_id = ?");
  }

  private record Asked(int month, List<Long> posts) {}

  @Override
  public Map<PostId, EngagementRow> findAll(AccountId actor, Collection<PostId> posts) {
    var asked = new ArrayList<Asked>();
    Set.copyOf(posts).stream()
        .collect(groupingBy(MonthBuckets::of))
        .forEach((month, ids) ->
            Reads.chunks(ids, Reads.KEYS_PER_STATEMENT_MAX)
                .forEach(chunk ->
                    asked.add(new Asked(month, chunk.stream().map(PostId::value).toList()))));
    var found = new HashMap<PostId, EngagementRow>();
    for (Row row :
        Reads.each(session, asked, a -> select.bind(actor.value(), a.month(), a.posts()))) {
      EngagementRow engagement = read(actor, row);
      found.put(engagement.post(), engagement);
    }
    return found;
  }

  @Override
  public List<EngagementRow> of(AccountId actor) {
    return Reads.each(session, MonthBuckets.all(), month -> selectMonth.bind(actor.value(), month))
        .stream()
        .map(row -> read(actor, row))
        .toList();
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
    return Optional.ofNullable(session.execute(selectBoost.bind(boost.value())).one())
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
    return Reads.bound(
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
