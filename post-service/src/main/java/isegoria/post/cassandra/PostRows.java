package isegoria.post.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Reads;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.post.PostRow;
import isegoria.post.read.post.PostRow.MentionRow;
import isegoria.post.read.post.PostRow.RevisionRow;
import isegoria.post.read.post.PostTable;
import isegoria.post.write.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Table {@code post}. */
public final class PostRows implements PostTable {

  private final Reads reads;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement delete;

  public PostRows(Cassandra cassandra) {
    this.reads = cassandra.reads();
    this.select = cassandra.prepare("SELECT * FROM post WHERE post_id = ?");
    this.insert =
        cassandra.prepare(
            "INSERT INTO post (post_id, author_id, visibility, text, spoiler_text, sensitive,"
                + " language, in_reply_to, in_reply_to_author, conversation_id, mention_ids,"
                + " mention_names, tags, media_ids, application_name, application_website,"
                + " revision, revision_texts, revision_spoilers, revision_sensitive,"
                + " revision_times, created_at, edited_at) VALUES (:post_id, :author_id,"
                + " :visibility, :text, :spoiler_text, :sensitive, :language, :in_reply_to,"
                + " :in_reply_to_author, :conversation_id, :mention_ids, :mention_names, :tags,"
                + " :media_ids, :application_name, :application_website, :revision,"
                + " :revision_texts, :revision_spoilers, :revision_sensitive, :revision_times,"
                + " :created_at, :edited_at) USING TIMESTAMP :micros");
    this.delete = cassandra.prepare("DELETE FROM post USING TIMESTAMP ? WHERE post_id = ?");
  }

  @Override
  public Optional<PostRow> find(PostId id) {
    return Optional.ofNullable(findAll(Set.of(id)).get(id));
  }

  @Override
  public Map<PostId, PostRow> findAll(Collection<PostId> ids) {
    var found = new HashMap<PostId, PostRow>();
    for (Row row :
        reads.rows(ids.stream().distinct().map(id -> select.bind(id.value())).toList())) {
      // A row may linger as single cells while its deletion is being compacted away.
      if (!row.isNull("author_id") && row.getString("text") != null) {
        PostRow post = read(row);
        found.put(post.id(), post);
      }
    }
    return found;
  }

  BoundStatement put(PostRow post, long micros) {
    List<RevisionRow> revisions = post.revisions();
    BoundStatementBuilder bound =
        insert
            .boundStatementBuilder()
            .setLong("post_id", post.id().value())
            .setLong("author_id", post.author().value())
            .setString("visibility", post.visibility().name())
            .setString("text", post.text())
            .setString("spoiler_text", post.spoilerText())
            .setBoolean("sensitive", post.sensitive())
            .setString("language", post.language())
            .setLong("conversation_id", post.conversation().value())
            .setList(
                "mention_ids",
                post.mentions().stream().map(m -> m.account().value()).toList(),
                Long.class)
            .setList(
                "mention_names",
                post.mentions().stream().map(MentionRow::username).toList(),
                String.class)
            .setList("tags", post.tags(), String.class)
            .setList("media_ids", post.mediaIds(), String.class)
            .setString("application_name", post.applicationName())
            .setString("application_website", post.applicationWebsite())
            .setInt("revision", post.revision())
            .setList(
                "revision_texts", revisions.stream().map(RevisionRow::text).toList(), String.class)
            .setList(
                "revision_spoilers",
                revisions.stream().map(RevisionRow::spoilerText).toList(),
                String.class)
            .setList(
                "revision_sensitive",
                revisions.stream().map(RevisionRow::sensitive).toList(),
                Boolean.class)
            .setList(
                "revision_times",
                revisions.stream().map(RevisionRow::createdAt).toList(),
                Instant.class)
            .setInstant("created_at", post.createdAt())
            .setInstant("edited_at", post.editedAt())
            .setLong("micros", micros);
    PostId inReplyTo = post.inReplyTo();
    AccountId inReplyToAuthor = post.inReplyToAuthor();
    bound =
        inReplyTo == null
            ? bound.setToNull("in_reply_to")
            : bound.setLong("in_reply_to", inReplyTo.value());
    bound =
        inReplyToAuthor == null
            ? bound.setToNull("in_reply_to_author")
            : bound.setLong("in_reply_to_author", inReplyToAuthor.value());
    return bound.build();
  }

  BoundStatement remove(PostId post, long micros) {
    return delete.bind(micros, post.value());
  }

  private static PostRow read(Row row) {
    return new PostRow(
        new PostId(row.getLong("post_id")),
        new AccountId(row.getLong("author_id")),
        Visibility.valueOf(text(row, "visibility")),
        text(row, "text"),
        text(row, "spoiler_text"),
        row.getBoolean("sensitive"),
        row.getString("language"),
        row.isNull("in_reply_to") ? null : new PostId(row.getLong("in_reply_to")),
        row.isNull("in_reply_to_author") ? null : new AccountId(row.getLong("in_reply_to_author")),
        new PostId(row.getLong("conversation_id")),
        mentions(row),
        list(row, "tags", String.class),
        list(row, "media_ids", String.class),
        row.getString("application_name"),
        row.getString("application_website"),
        row.getInt("revision"),
        revisions(row),
        instant(row, "created_at"),
        row.getInstant("edited_at"));
  }

  private static List<MentionRow> mentions(Row row) {
    List<Long> ids = list(row, "mention_ids", Long.class);
    List<String> names = list(row, "mention_names", String.class);
    var mentions = new ArrayList<MentionRow>();
    for (int i = 0; i < ids.size(); i++) {
      mentions.add(new MentionRow(new AccountId(ids.get(i)), names.get(i)));
    }
    return mentions;
  }

  private static List<RevisionRow> revisions(Row row) {
    List<String> texts = list(row, "revision_texts", String.class);
    List<String> spoilers = list(row, "revision_spoilers", String.class);
    List<Boolean> sensitive = list(row, "revision_sensitive", Boolean.class);
    List<Instant> times = list(row, "revision_times", Instant.class);
    var revisions = new ArrayList<RevisionRow>();
    for (int i = 0; i < texts.size(); i++) {
      revisions.add(new RevisionRow(texts.get(i), spoilers.get(i), sensitive.get(i), times.get(i)));
    }
    return revisions;
  }

  static String text(Row row, String column) {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  static Instant instant(Row row, String column) {
    return Objects.requireNonNullElse(row.getInstant(column), Instant.EPOCH);
  }

  static <T> List<T> list(Row row, String column, Class<T> type) {
    @Nullable List<T> found = row.getList(column, type);
    return found == null ? List.of() : found;
  }
}
