package isegoria.post.write.post;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.StoredName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every shape a post can be in. A rule that holds in one shape only takes that shape. */
public sealed interface Post {

  /** It is not published yet. */
  @StoredName("Unpublished")
  record Unpublished() implements Post {}

  /** It can be read by those it is for. */
  @StoredName("Live")
  record Live(
      PostId id,
      AccountId author,
      Placement placement,
      Words words,
      List<String> mediaIds,
      @Nullable Application application,
      int revision,
      List<Revision> revisions,
      Instant createdAt,
      @Nullable Instant editedAt)
      implements Post {

    public Live {
      mediaIds = List.copyOf(mediaIds);
      revisions = List.copyOf(revisions);
    }

    boolean isBy(AccountId account) {
      return author.equals(account);
    }

    /** When the present words were written. */
    public Instant wordsSince() {
      return editedAt == null ? createdAt : editedAt;
    }

    Live edited(Words next, int nextRevision, Instant at) {
      var former = new Revision(words.text(), words.spoilerText(), words.sensitive(), wordsSince());
      return new Live(
          id,
          author,
          placement,
          next,
          mediaIds,
          application,
          nextRevision,
          Revisions.with(revisions, former),
          createdAt,
          at);
    }
  }

  /** A moderator took it down; it comes back as it was when the sanction is lifted. */
  @StoredName("Removed")
  record Removed(Live content, String sanctionId) implements Post {}

  /** It is gone, and its words with it; where it stood is known still. */
  @StoredName("Deleted")
  record Deleted(PostId id, AccountId author, Placement placement) implements Post {

    static Deleted of(Live post) {
      return new Deleted(post.id(), post.author(), post.placement());
    }
  }
}
