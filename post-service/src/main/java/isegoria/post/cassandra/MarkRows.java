package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.engagement.MarkKind;
import isegoria.post.read.engagement.MarkTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tables {@code favourite_by_post}, {@code boost_by_post}, {@code favourite_by_actor} and {@code
 * bookmark_by_actor}: lists of marks, newest first.
 */
public final class MarkRows implements MarkTable {

  /** Buckets of one post's marks: a hundred million people may like one post. */
  static final int BUCKETS = 8;

  private final Cassandra cassandra;
  private final Map<MarkKind, Statements> byPost = new EnumMap<>(MarkKind.class);
  private final Map<MarkKind, Statements> byActor = new EnumMap<>(MarkKind.class);

  private record Statements(
      PreparedStatement newest,
      PreparedStatement oldest,
      PreparedStatement insert,
      PreparedStatement delete) {}

  public MarkRows(Cassandra cassandra) {
    this.cassandra = cassandra;
    byPost.put(MarkKind.FAVOURITE, byPost("favourite_by_post"));
    byPost.put(MarkKind.BOOST, byPost("boost_by_post"));
    byActor.put(MarkKind.FAVOURITE, byActor("favourite_by_actor"));
    byActor.put(MarkKind.BOOKMARK, byActor("bookmark_by_actor"));
  }

  private Statements byPost(String table) {
    return new Statements(
        cassandra.prepare(
            "SELECT mark_id, actor_id AS other FROM %s WHERE post_id = ? AND bucket = ?"
                    .formatted(table)
                + " AND mark_id < ? AND mark_id > ? LIMIT ?"),
        cassandra.prepare(
            "SELECT mark_id, actor_id AS other FROM %s WHERE post_id = ? AND bucket = ?"
                    .formatted(table)
                + " AND mark_id < ? AND mark_id > ? ORDER BY mark_id ASC LIMIT ?"),
        cassandra.prepare(
            "INSERT INTO %s (post_id, bucket, mark_id, actor_id) VALUES (?, ?, ?, ?)"
                    .formatted(table)
                + " USING TIMESTAMP ?"),
        cassandra.prepare(
            "DELETE FROM %s USING TIMESTAMP ? WHERE post_id = ? AND bucket = ? AND mark_id = ?"
                .formatted(table)));
  }

  private Statements byActor(String table) {
    return new Statements(
        cassandra.prepare(
            "SELECT mark_id, post_id AS other FROM %s WHERE actor_id = ?".formatted(table)
                + " AND mark_id < ? AND mark_id > ? LIMIT ?"),
        cassandra.prepare(
            "SELECT mark_id, post_id AS other FROM %s WHERE actor_id = ?".formatted(table)
                + " AND mark_id < ? AND mark_id > ? ORDER BY mark_id ASC LIMIT ?"),
        cassandra.prepare(
            "INSERT INTO %s (actor_id, mark_id, post_id) VALUES (?, ?, ?) USING TIMESTAMP ?"
                .formatted(table)),
        cassandra.prepare(
            "DELETE FROM %s USING TIMESTAMP ? WHERE actor_id = ? AND mark_id = ?"
                .formatted(table)));
  }

  @Override
  public List<Entry> ofPost(MarkKind kind, PostId post, Slice slice) {
    Statements statements = byPost.get(kind);
    if (statements == null) {
      return List.of();
    }
    PreparedStatement select = slice.fromOldest() ? statements.oldest() : statements.newest();
    List<Row> rows =
        cassandra
            .reads()
            .rows(
                IntStream.range(0, BUCKETS)
                    .mapToObj(bucket ->
                        select.bind(
                            post.value(),
                            bucket,
                            slice.olderThan(),
                            slice.newerThan(),
                            slice.limit()))
                    .toList());
    return page(rows, slice);
  }

  @Override
  public List<Entry> ofActor(MarkKind kind, AccountId actor, Slice slice) {
    Statements statements = byActor.get(kind);
    if (statements == null) {
      return List.of();
    }
    PreparedStatement select = slice.fromOldest() ? statements.oldest() : statements.newest();
    List<Row> rows =
        cassandra
            .reads()
            .rows(select.bind(actor.value(), slice.olderThan(), slice.newerThan(), slice.limit()));
    return page(rows, slice);
  }

  private static List<Entry> page(List<Row> rows, Slice slice) {
    Comparator<Entry> newestFirst = Comparator.comparingLong(Entry::mark).reversed();
    return rows.stream()
        .map(row -> new Entry(row.getLong("mark_id"), row.getLong("other")))
        .sorted(slice.fromOldest() ? newestFirst.reversed() : newestFirst)
        .limit(slice.limit())
        .sorted(newestFirst)
        .toList();
  }

  List<BoundStatement> put(MarkKind kind, PostId mark, PostId post, AccountId actor, long micros) {
    var statements = new ArrayList<BoundStatement>();
    Statements ofPost = byPost.get(kind);
    if (ofPost != null) {
      statements.add(
          ofPost.insert().bind(post.value(), bucket(actor), mark.value(), actor.value(), micros));
    }
    Statements ofActor = byActor.get(kind);
    if (ofActor != null) {
      statements.add(ofActor.insert().bind(actor.value(), mark.value(), post.value(), micros));
    }
    return statements;
  }

  List<BoundStatement> remove(
      MarkKind kind, PostId mark, PostId post, AccountId actor, long micros) {
    var statements = new ArrayList<BoundStatement>();
    Statements ofPost = byPost.get(kind);
    if (ofPost != null) {
      statements.add(ofPost.delete().bind(micros, post.value(), bucket(actor), mark.value()));
    }
    Statements ofActor = byActor.get(kind);
    if (ofActor != null) {
      statements.add(ofActor.delete().bind(micros, actor.value(), mark.value()));
    }
    return statements;
  }

  private static int bucket(AccountId actor) {
    return Math.floorMod(Long.hashCode(actor.value()), BUCKETS);
  }
}
