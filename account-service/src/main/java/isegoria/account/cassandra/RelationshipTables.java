package isegoria.account.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.account.read.relationship.RelationshipWrite;
import isegoria.account.read.relationship.RelationshipWrite.PutEntry;
import isegoria.account.read.relationship.RelationshipWrite.PutPair;
import isegoria.account.read.relationship.RelationshipWrite.RemoveEntry;
import isegoria.account.read.relationship.RelationshipWrite.RemovePair;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.relationship.TieList;
import isegoria.account.read.relationship.TieRow;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.IndexBuckets;
import isegoria.cassandra.IndexTable;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.events.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The pairs, one row each, and the lists that they stand in. */
public final class RelationshipTables implements Relationships {

  /** Others make these lists, so nothing else bounds a partition of them. */
  private static final IndexBuckets HOURLY = IndexBuckets.slicedBy(Duration.ofHours(1), 1);

  /** Where the write time stands among the values of the widest insert. */
  private static final int TIMESTAMP_AT = 18;

  private final Reads reads;
  private final Writes writes;
  private final PreparedStatement put;
  private final PreparedStatement remove;
  private final PreparedStatement byPair;
  private final Map<TieList, IndexTable> lists = new EnumMap<>(TieList.class);

  public RelationshipTables(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.writes = cassandra.writes();
    this.put =
        cassandra.prepare(
            """
            INSERT INTO relationship (low, high,
              low_tie, low_since, low_boosts, low_notifies, low_languages,
              low_mute_since, low_mute_notifications, low_mute_until,
              high_tie, high_since, high_boosts, high_notifies, high_languages,
              high_mute_since, high_mute_notifications, high_mute_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?\
            """);
    this.remove =
        cassandra.prepare("DELETE FROM relationship USING TIMESTAMP ? WHERE low = ? AND high = ?");
    this.byPair = cassandra.prepare("SELECT * FROM relationship WHERE low = ? AND high = ?");
    lists.put(TieList.FOLLOWING, new IndexTable(cassandra, "following", IndexBuckets.ONE));
    lists.put(TieList.BLOCKING, new IndexTable(cassandra, "blocking", IndexBuckets.ONE));
    lists.put(TieList.MUTING, new IndexTable(cassandra, "muting", IndexBuckets.ONE));
    lists.put(TieList.FOLLOWER, new IndexTable(cassandra, "follower", HOURLY));
    lists.put(TieList.REQUESTER, new IndexTable(cassandra, "requester", HOURLY));
  }

  /** Applies the changes under the time of the fact that caused them. */
  public CompletionStage<?> apply(List<RelationshipWrite> changes, long micros) {
    List<BoundStatement> statements = new ArrayList<>();
    for (RelationshipWrite change : changes) {
      switch (change) {
        case PutPair(Pair pair, Relationship state) -> statements.add(put(pair, state, micros));
        case RemovePair(Pair pair) ->
            statements.add(remove.bind(micros, pair.low().value(), pair.high().value()));
        case PutEntry(TieList list, AccountId owner, AccountId other, var since) ->
            statements.addAll(table(list).put(owner.value(), entry(owner, other, since), micros));
        case RemoveEntry(TieList list, AccountId owner, AccountId other, var since) ->
            statements.add(table(list).remove(owner.value(), entry(owner, other, since), micros));
      }
    }
    return writes.writeAll(statements);
  }

  private static IndexTable.Entry entry(AccountId owner, AccountId other, Instant since) {
    return new IndexTable.Entry(TieRow.of(owner, other, since).number(), other.value());
  }

  private IndexTable table(TieList list) {
    IndexTable table = lists.get(list);
    if (table == null) {
      throw new IllegalStateException("list: " + list + " (expected: one of " + lists + ")");
    }
    return table;
  }

  private BoundStatement put(Pair pair, Relationship state, long micros) {
    BoundStatement statement =
        put.bind().setLong("low", pair.low().value()).setLong("high", pair.high().value());
    statement = SideColumns.LOW.into(statement, state.low());
    statement = SideColumns.HIGH.into(statement, state.high());
    return statement.setLong(TIMESTAMP_AT, micros);
  }

  @Override
  public Map<Pair, Relationship> of(Collection<Pair> pairs) {
    Map<Pair, Relationship> found = new HashMap<>();
    List<BoundStatement> statements =
        pairs.stream()
            .distinct()
            .map(pair -> byPair.bind(pair.low().value(), pair.high().value()))
            .toList();
    for (Row row : reads.rows(statements)) {
      Pair pair = new Pair(new AccountId(row.getLong("low")), new AccountId(row.getLong("high")));
      found.put(
          pair,
          new Relationship(
              SideColumns.LOW.from(row, pair.low(), pair.high()),
              SideColumns.HIGH.from(row, pair.high(), pair.low())));
    }
    return found;
  }

  @Override
  public PageOf<TieRow> page(TieList list, AccountId owner, Page page) {
    return table(list)
        .page(owner.value(), page)
        .map(entry -> new TieRow(entry.id(), new AccountId(entry.other())));
  }
}
