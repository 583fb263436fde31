package isegoria.post.write.post;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.StoredName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to one post. The words stand here; the codec of open topics leaves them out. */
public sealed interface PostEvent {

  /** It exists from here on. */
  @StoredName("PostPublished")
  record PostPublished(
      PostId id,
      AccountId author,
      Placement placement,
      Words words,
      List<String> mediaIds,
      @Nullable Application application,
      Instant at)
      implements PostEvent {

    public PostPublished {
      mediaIds = List.copyOf(mediaIds);
    }
  }

  /** Its words changed. */
  @StoredName("PostEdited")
  record PostEdited(Words words, int revision, Instant at) implements PostEvent {}

  /** Its author took it back. */
  @StoredName("PostDeleted")
  record PostDeleted() implements PostEvent {}

  /** A sanction took it down. */
  @StoredName("PostRemoved")
  record PostRemoved(String sanctionId) implements PostEvent {}

  /** The sanction was lifted. */
  @StoredName("PostRestored")
  record PostRestored(String sanctionId) implements PostEvent {}

  /** It went with its author. */
  @StoredName("PostErased")
  record PostErased() implements PostEvent {}
}
