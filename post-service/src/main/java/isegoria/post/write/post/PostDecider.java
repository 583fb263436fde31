package isegoria.post.write.post;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.post.write.post.Post.Deleted;
import isegoria.post.write.post.Post.Live;
import isegoria.post.write.post.Post.Removed;
import isegoria.post.write.post.Post.Unpublished;
import isegoria.post.write.post.PostCommand.Delete;
import isegoria.post.write.post.PostCommand.Edit;
import isegoria.post.write.post.PostCommand.Erase;
import isegoria.post.write.post.PostCommand.Publish;
import isegoria.post.write.post.PostCommand.Remove;
import isegoria.post.write.post.PostCommand.Restore;
import isegoria.post.write.post.PostEvent.PostDeleted;
import isegoria.post.write.post.PostEvent.PostEdited;
import isegoria.post.write.post.PostEvent.PostErased;
import isegoria.post.write.post.PostEvent.PostPublished;
import isegoria.post.write.post.PostEvent.PostRemoved;
import isegoria.post.write.post.PostEvent.PostRestored;
import isegoria.post.write.post.PostRejection.IdTaken;
import isegoria.post.write.post.PostRejection.NoSuchPost;
import isegoria.post.write.post.PostRejection.NotTheAuthor;
import isegoria.post.write.post.PostRejection.UnderSanction;
import java.time.Instant;
import java.util.List;

/** The rules of a post, as a table over (state, command) that the compiler proves complete. */
public final class PostDecider {

  public static final Decider<PostCommand, Post, PostEvent, PostRejection> POST =
      new Decider<>(new Unpublished(), PostDecider::decide, PostDecider::evolve);

  private PostDecider() {}

  private record Asked(Post of, PostCommand to) {}

  static Decision<PostEvent, PostRejection> decide(Post post, PostCommand command) {
    return switch (new Asked(post, command)) {
      case Asked(Unpublished _, Publish to) ->
          accept(
              new PostPublished(
                  to.id(),
                  to.author(),
                  to.placement(),
                  to.words(),
                  to.mediaIds(),
                  to.application(),
                  to.at()));
      case Asked(Unpublished _, Edit _) -> reject(new NoSuchPost());
      case Asked(Unpublished _, Delete _) -> reject(new NoSuchPost());
      case Asked(Unpublished _, Remove _) -> reject(new NoSuchPost());
      case Asked(Unpublished _, Restore _) -> reject(new NoSuchPost());
      case Asked(Unpublished _, Erase _) -> accept();

      case Asked(Live _, Publish _) -> reject(new IdTaken());
      case Asked(Live of, Edit to) when !of.isBy(to.editor()) ->
          reject(new NotTheAuthor(of.author()));
      case Asked(Live of, Edit to) when of.words().equals(to.words()) -> accept();
      case Asked(Live of, Edit to) ->
          accept(
              new PostEdited(to.words(), of.revision() + 1, laterThan(of.wordsSince(), to.at())));
      case Asked(Live of, Delete to) when !of.isBy(to.by()) ->
          reject(new NotTheAuthor(of.author()));
      case Asked(Live _, Delete _) -> accept(new PostDeleted());
      case Asked(Live _, Remove to) -> accept(new PostRemoved(to.sanctionId()));
      case Asked(Live _, Restore _) -> accept();
      case Asked(Live _, Erase _) -> accept(new PostErased());

      case Asked(Removed _, Publish _) -> reject(new IdTaken());
      case Asked(Removed of, Edit to) when !of.content().isBy(to.editor()) ->
          reject(new NotTheAuthor(of.content().author()));
      case Asked(Removed of, Edit _) -> reject(new UnderSanction(of.sanctionId()));
      case Asked(Removed of, Delete to) when !of.content().isBy(to.by()) ->
          reject(new NotTheAuthor(of.content().author()));
      case Asked(Removed _, Delete _) -> accept(new PostDeleted());
      case Asked(Removed _, Remove _) -> accept();
      case Asked(Removed of, Restore to) when !of.sanctionId().equals(to.sanctionId()) ->
          reject(new UnderSanction(of.sanctionId()));
      case Asked(Removed _, Restore to) -> accept(new PostRestored(to.sanctionId()));
      case Asked(Removed _, Erase _) -> accept(new PostErased());

      case Asked(Deleted _, Publish _) -> reject(new IdTaken());
      case Asked(Deleted _, Edit _) -> reject(new NoSuchPost());
      case Asked(Deleted _, Delete _) -> accept();
      case Asked(Deleted _, Remove _) -> accept();
      case Asked(Deleted _, Restore _) -> accept();
      case Asked(Deleted _, Erase _) -> accept();
    };
  }

  /**
   * The time of an edit: edits are decided in another order than they were asked for, and the
   * history ascends in the order of decisions.
   */
  private static Instant laterThan(Instant former, Instant asked) {
    return asked.isAfter(former) ? asked : former.plusMillis(1);
  }

  static Post evolve(Post post, PostEvent event) {
    return switch (event) {
      case PostPublished e ->
          new Live(
              e.id(),
              e.author(),
              e.placement(),
              e.words(),
              e.mediaIds(),
              e.application(),
              1,
              List.of(),
              e.at(),
              null);
      case PostEdited e -> live(post).edited(e.words(), e.revision(), e.at());
      case PostDeleted _ -> Deleted.of(content(post));
      case PostRemoved e -> new Removed(live(post), e.sanctionId());
      case PostRestored _ -> removed(post).content();
      case PostErased _ -> Deleted.of(content(post));
    };
  }

  private static Live live(Post post) {
    if (post instanceof Live live) {
      return live;
    }
    throw new IllegalStateException("post: " + shape(post) + " (expected: Live)");
  }

  private static Removed removed(Post post) {
    if (post instanceof Removed removed) {
      return removed;
    }
    throw new IllegalStateException("post: " + shape(post) + " (expected: Removed)");
  }

  private static Live content(Post post) {
    return switch (post) {
      case Live live -> live;
      case Removed removed -> removed.content();
      case Unpublished _, Deleted _ ->
          throw new IllegalStateException("post: " + shape(post) + " (expected: Live or Removed)");
    };
  }

  /** Never the words: this may end up in a log. */
  private static String shape(Post post) {
    return post.getClass().getSimpleName();
  }
}
