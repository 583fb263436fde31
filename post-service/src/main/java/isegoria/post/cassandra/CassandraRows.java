package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import isegoria.cassandra.Writes;
import isegoria.post.read.RowWrite;
import isegoria.post.read.RowWrite.PutBoost;
import isegoria.post.read.RowWrite.PutEngagement;
import isegoria.post.read.RowWrite.PutMark;
import isegoria.post.read.RowWrite.PutPins;
import isegoria.post.read.RowWrite.PutPost;
import isegoria.post.read.RowWrite.PutReply;
import isegoria.post.read.RowWrite.RemoveBoost;
import isegoria.post.read.RowWrite.RemoveMark;
import isegoria.post.read.RowWrite.RemovePost;
import isegoria.post.read.RowWrite.RemoveReply;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Turns row writes into statements, and sends them. */
public final class CassandraRows {

  private final Writes writes;
  private final PostRows posts;
  private final ReplyRows replies;
  private final EngagementRows engagements;
  private final MarkRows marks;
  private final PinsRows pins;

  public CassandraRows(
      Writes writes,
      PostRows posts,
      ReplyRows replies,
      EngagementRows engagements,
      MarkRows marks,
      PinsRows pins) {
    this.writes = writes;
    this.posts = posts;
    this.replies = replies;
    this.engagements = engagements;
    this.marks = marks;
    this.pins = pins;
  }

  /** Completes when every row is durable. */
  public CompletionStage<Void> apply(List<RowWrite> rows, long micros) {
    return writes.writeAll(rows.stream().flatMap(row -> statements(row, micros).stream()).toList());
  }

  private List<BoundStatement> statements(RowWrite row, long micros) {
    return switch (row) {
      case PutPost r -> List.of(posts.put(r.post(), micros));
      case RemovePost r -> List.of(posts.remove(r.post(), micros));
      case PutReply r -> replies.put(r.parent(), r.reply(), r.author(), micros);
      case RemoveReply r -> List.of(replies.remove(r.parent(), r.reply(), r.author(), micros));
      case PutEngagement r -> List.of(engagements.put(r.engagement(), micros));
      case PutMark r -> marks.put(r.kind(), r.mark(), r.post(), r.actor(), micros);
      case RemoveMark r -> marks.remove(r.kind(), r.mark(), r.post(), r.actor(), micros);
      case PutBoost r -> List.of(engagements.put(r.boost(), micros));
      case RemoveBoost r -> List.of(engagements.remove(r.boost(), micros));
      case PutPins r -> List.of(pins.put(r.author(), r.posts(), micros));
    };
  }
}
