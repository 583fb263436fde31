package isegoria.post.config;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.Verdict;
import isegoria.post.read.RowWrite;
import isegoria.post.read.RowWrite.RemovePost;
import isegoria.post.read.RowWrite.RemoveReply;
import isegoria.post.read.post.PostRow;
import isegoria.post.read.post.PostTable;
import isegoria.post.write.Visibility;
import isegoria.post.write.post.Placement;
import isegoria.post.write.post.Post.Deleted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OutcomeRowsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final AccountId ANA = new AccountId(1);
  private static final PostId PARENT = new PostId(10);
  private static final PostId REPLY = new PostId(11);

  private final List<RowWrite> written = new ArrayList<>();
  private final CompletableFuture<Void> durable = new CompletableFuture<>();

  private CompletionStage<Void> write(List<RowWrite> rows, long micros) {
    written.addAll(rows);
    return durable;
  }

  private static PostRow row(@Nullable PostId inReplyTo) {
    return new PostRow(
        REPLY,
        ANA,
        Visibility.PUBLIC,
        "words",
        "",
        false,
        null,
        inReplyTo,
        null,
        REPLY,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        1,
        List.of(),
        NOON,
        null);
  }

  private record Table(Map<PostId, PostRow> rows) implements PostTable {
    @Override
    public Optional<PostRow> find(PostId id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Map<PostId, PostRow> findAll(Collection<PostId> ids) {
      return rows;
    }
  }

  private OutcomeRows of(PostRow... rows) {
    var table = new HashMap<PostId, PostRow>();
    List.of(rows).forEach(row -> table.put(row.id(), row));
    return new OutcomeRows(new Table(table), this::write);
  }

  /** Its decider does not know what the post answered. */
  private static Outcome<?, ?, ?> outcome(Verdict verdict) {
    var post = new Deleted(REPLY, ANA, new Placement(Visibility.DIRECT, null, REPLY));
    return new Outcome<>(
        "post", ANA + "/post/" + REPLY, "c", "", verdict, NOON, 1, null, List.of(), post, "");
  }

  @Test
  void a_post_that_its_decider_could_not_read_leaves_the_list_of_answers_before_its_row_goes() {
    CompletionStage<?> done = of(row(PARENT)).apply(outcome(Verdict.FORGOTTEN));
    assertThat(written).containsExactly(new RemoveReply(PARENT, REPLY, ANA));
    durable.complete(null);
    assertThat(done.toCompletableFuture()).isCompleted();
    assertThat(written).containsExactly(new RemoveReply(PARENT, REPLY, ANA), new RemovePost(REPLY));
  }

  @Test
  void one_that_answered_none_or_whose_row_is_gone_ends_too() {
    durable.complete(null);
    assertThat(of(row(null)).apply(outcome(Verdict.FORGOTTEN)).toCompletableFuture()).isCompleted();
    assertThat(of().apply(outcome(Verdict.FORGOTTEN)).toCompletableFuture()).isCompleted();
    assertThat(written).containsExactly(new RemovePost(REPLY), new RemovePost(REPLY));
  }

  @Test
  void a_post_that_was_deleted_tells_itself_what_it_answered() {
    durable.complete(null);
    assertThat(of(row(PARENT)).apply(outcome(Verdict.ACCEPTED)).toCompletableFuture())
        .isCompleted();
    assertThat(written).containsExactly(new RemovePost(REPLY));
  }
}
