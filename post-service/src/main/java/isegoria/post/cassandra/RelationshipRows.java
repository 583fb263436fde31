package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Binding;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import isegoria.post.read.relationship.Relationship;
import isegoria.post.read.relationship.RelationshipTable;
import isegoria.post.read.relationship.RelationshipWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Table {@code standing}: a row for each of the two to whom the other is something. */
public final class RelationshipRows implements RelationshipTable, RelationshipWriter {

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement delete;

  public RelationshipRows(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.select = cassandra.prepare("SELECT * FROM standing WHERE viewer_id = ? AND other_id IN ?");
    this.insert =
        cassandra.prepare(
            "INSERT INTO standing (viewer_id, other_id, follows, blocks, blocked_by, mutes,"
                + " muted_until) VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
    this.delete =
        cassandra.prepare(
            "DELETE FROM standing USING TIMESTAMP ? WHERE viewer_id = ? AND other_id = ?");
  }

  @Override
  public Map<AccountId, Relationship> of(AccountId viewer, Collection<AccountId> others) {
    var found = new HashMap<AccountId, Relationship>();
    List<Long> ids = others.stream().map(AccountId::value).toList();
    for (Row row :
        reads.rows(
            Reads.portions(ids).stream()
                .map(portion -> select.bind(viewer.value(), portion))
                .toList())) {
      found.put(
          new AccountId(row.getLong("other_id")),
          new Relationship(
              row.getBoolean("follows"),
              row.getBoolean("blocks"),
              row.getBoolean("blocked_by"),
              row.getBoolean("mutes"),
              row.getInstant("muted_until")));
    }
    return found;
  }

  /**
   * Writes both sides, or removes the one of which nothing is left. Where nothing ever was, nothing
   * is removed: a million followers would leave a million tombstones with whom they follow.
   */
  @Override
  public CompletionStage<Void> put(
      AccountId low,
      Relationship ofLow,
      AccountId high,
      Relationship ofHigh,
      boolean isFirst,
      long micros) {
    List<BoundStatement> sides = new ArrayList<>(2);
    if (!isFirst || !ofLow.isNothing()) {
      sides.add(side(low, high, ofLow, micros));
    }
    if (!isFirst || !ofHigh.isNothing()) {
      sides.add(side(high, low, ofHigh, micros));
    }
    return writes.writeAll(sides);
  }

  private BoundStatement side(
      AccountId viewer, AccountId other, Relationship relationship, long micros) {
    return relationship.isNothing()
        ? delete.bind(micros, viewer.value(), other.value())
        : Binding.of(
            insert,
            viewer.value(),
            other.value(),
            relationship.follows(),
            relationship.blocks(),
            relationship.blockedBy(),
            relationship.mutes(),
            relationship.mutedUntil(),
            micros);
  }
}
