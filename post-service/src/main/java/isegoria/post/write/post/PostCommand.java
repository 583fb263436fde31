package isegoria.post.write.post;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.StoredName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of one post. */
public sealed interface PostCommand {

  /** Say it. The id and the time are the edge's. */
  @StoredName("Publish")
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
  @StoredName("Edit")
  record Edit(AccountId editor, Words words, Instant at) implements PostCommand {}

  /** The author takes it back. */
  @StoredName("Delete")
  record Delete(AccountId by) implements PostCommand {}

  /** A sanction takes it down. */
  @StoredName("Remove")
  record Remove(String sanctionId) implements PostCommand {}

  /** That sanction is lifted. */
  @StoredName("Restore")
  record Restore(String sanctionId) implements PostCommand {}

  /** Its author is erased. */
  @StoredName("Erase")
  record Erase() implements PostCommand {}
}
