package isegoria.post.write.post;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of one post. */
public sealed interface PostCommand {

  /** Say it. The id and the time are the edge's. */
  record Publish(
      PostId id,
      AccountId author,
      Placement placement,
      Words words,
      List<String> mediaIds,
      @Nullable Application application,
      Instant at)
      implements PostCommand {

    public Publish {
      mediaIds = List.copyOf(mediaIds);
    }
  }

  /** Say it differently; what was said stays in the history. */
  record Edit(AccountId editor, Words words, Instant at) implements PostCommand {}

  /** The author takes it back. */
  record Delete(AccountId by) implements PostCommand {}

  /** A sanction takes it down. */
  record Remove(String sanctionId) implements PostCommand {}

  /** That sanction is lifted. */
  record Restore(String sanctionId) implements PostCommand {}

  /** Its author is erased. */
  record Erase() implements PostCommand {}
}
