package isegoria.timeline.conversation.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.timeline.conversation.read.ActiveConversation;
import isegoria.timeline.conversation.read.ConversationRow;
import isegoria.timeline.conversation.read.Conversations;
import isegoria.timeline.conversation.write.ConversationId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Reads conversations from disk. */
public final class CassandraConversations implements Conversations {

  private final Reads reads;
  private final PreparedStatement months;
  private final PreparedStatement active;
  private final PreparedStatement posts;

  public CassandraConversations(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.months = cassandra.prepare("SELECT month FROM conversation_month WHERE owner = ?");
    this.active =
        cassandra.prepare(
            "SELECT number, newest FROM conversation_active WHERE owner = ? AND month = ?");
    this.posts =
        cassandra.prepare(
            "SELECT id, others, read_to, post FROM conversation WHERE owner = ? AND number = ?"
                + " LIMIT ?");
  }

  @Override
  public List<Integer> months(long owner) {
    return reads.rows(months.bind(owner)).stream().map(row -> row.getInt(0)).toList();
  }

  @Override
  public List<ActiveConversation> active(long owner, int month) {
    return reads.rows(active.bind(owner, month)).stream()
        .map(row -> new ActiveConversation(row.getLong(0), row.getLong(1)))
        .toList();
  }

  @Override
  public List<ConversationRow> rows(long owner, Collection<Long> numbers) {
    return reads
        .answers(
            numbers.stream()
                .map(number -> posts.bind(owner, number, ConversationRow.POSTS_MAX))
                .toList())
        .stream()
        // What was read of one that was removed meanwhile may be left without a post.
        .filter(rows -> !rows.isEmpty() && !rows.getFirst().isNull("post"))
        .map(CassandraConversations::conversation)
        .toList();
  }

  private static ConversationRow conversation(List<Row> rows) {
    Row first = rows.getFirst();
    List<Long> others = first.getList("others", Long.class);
    return new ConversationRow(
        ConversationId.of(first.getLong("id")),
        Objects.requireNonNullElse(others, List.of()),
        first.getLong("read_to"),
        rows.stream().map(row -> row.getLong("post")).toList());
  }
}
