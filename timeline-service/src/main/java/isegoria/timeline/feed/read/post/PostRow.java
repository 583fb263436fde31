package isegoria.timeline.feed.read.post;

import isegoria.api.view.PostContent;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post as it is now, words included, for showing it without asking who owns it. */
public record PostRow(
    long id,
    long authorId,
    String text,
    String spoilerText,
    Visibility visibility,
    boolean sensitive,
    @Nullable String language,
    @Nullable Long inReplyToId,
    @Nullable Long inReplyToAccountId,
    List<PostContent.Mentioned> mentions,
    List<String> tags,
    int mediaCount,
    @Nullable String applicationName,
    @Nullable String applicationWebsite,
    int revision,
    Instant createdAt,
    @Nullable Instant editedAt) {

  public PostRow {
    mentions = List.copyOf(mentions);
    tags = List.copyOf(tags);
  }

  /** The post cut down to what feeds decide by. */
  public FeedEntry entry() {
    return new FeedEntry(
        id,
        authorId,
        0,
        0,
        answered(),
        visibility,
        language == null ? "" : language,
        mediaCount > 0,
        visibility.isOpen()
            ? List.of()
            : mentions.stream().map(PostContent.Mentioned::accountId).toList());
  }

  private long answered() {
    if (inReplyToAccountId != null) {
      return inReplyToAccountId;
    }
    return inReplyToId == null ? FeedEntry.NO_ACCOUNT : FeedEntry.UNKNOWN_ACCOUNT;
  }
}
