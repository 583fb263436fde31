package isegoria.post.read.post;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.write.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One post as it is read: everything that does not depend on who reads. */
public record PostRow(
    PostId id,
    AccountId author,
    Visibility visibility,
    String text,
    String spoilerText,
    boolean sensitive,
    @Nullable String language,
    @Nullable PostId inReplyTo,
    @Nullable AccountId inReplyToAuthor,
    PostId conversation,
    List<MentionRow> mentions,
    List<String> tags,
    List<String> mediaIds,
    @Nullable String applicationName,
    @Nullable String applicationWebsite,
    int revision,
    List<RevisionRow> revisions,
    Instant createdAt,
    @Nullable Instant editedAt) {

  public PostRow {
    mentions = List.copyOf(mentions);
    tags = List.copyOf(tags);
    mediaIds = List.copyOf(mediaIds);
    revisions = List.copyOf(revisions);
  }

  /** An account that the words name. */
  public record MentionRow(AccountId account, String username) {}

  /** Former words. */
  public record RevisionRow(
      String text,
      String spoilerText,
      boolean sensitive,
      List<MentionRow> mentions,
      Instant createdAt) {

    public RevisionRow {
      mentions = List.copyOf(mentions);
    }
  }

  public boolean isBy(AccountId account) {
    return author.equals(account);
  }

  public boolean mentions(AccountId account) {
    return mentions.stream().anyMatch(m -> m.account().equals(account));
  }

  /** When the present words were written. */
  public Instant wordsSince() {
    return editedAt == null ? createdAt : editedAt;
  }
}
