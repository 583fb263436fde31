package isegoria.post.config;

import isegoria.events.PostId;
import isegoria.eventsourcing.apply.Projection;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.Verdict;
import isegoria.post.read.Projections;
import isegoria.post.read.RowWrite;
import isegoria.post.read.post.PostProjection;
import isegoria.post.read.post.PostTable;
import isegoria.post.write.post.Post.Deleted;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Each outcome to the rows of its aggregate type. */
final class OutcomeRows implements Projection {

  /** Where rows are kept. */
  @FunctionalInterface
  interface Rows {
    CompletionStage<Void> apply(List<RowWrite> rows, long micros);
  }

  private final PostTable posts;
  private final Rows rows;

  OutcomeRows(PostTable posts, Rows rows) {
    this.posts = posts;
    this.rows = rows;
  }

  @Override
  public CompletionStage<?> apply(Outcome<?, ?, ?> outcome) {
    long micros = outcome.recordedMicros();
    List<RowWrite> writes = Projections.rows(outcome);
    return outcome.verdict() == Verdict.FORGOTTEN && outcome.state() instanceof Deleted post
        ? rows.apply(answered(post.id()), micros).thenCompose(done -> rows.apply(writes, micros))
        : rows.apply(writes, micros);
  }

  /**
   * What a post that its decider could not read answered stands in its row still. That row goes
   * last, so that a removal which was cut off finds it again.
   */
  private List<RowWrite> answered(PostId post) {
    return posts.find(post).stream().flatMap(row -> PostProjection.unlisted(row).stream()).toList();
  }
}
