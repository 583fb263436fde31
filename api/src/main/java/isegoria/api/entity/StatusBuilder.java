package isegoria.api.entity;

import isegoria.api.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post of this server with the usual answers filled in; without marks it is a stranger's view.
 */
public final class StatusBuilder {

  private final Account account;
  private final String id;
  private final String uri;
  private final String url;
  private final String activity;
  private Instant createdAt = Instant.EPOCH;
  private @Nullable Instant editedAt;
  private String content = "";
  private String spoilerText = "";
  private boolean sensitive;
  private Visibility visibility = Visibility.PUBLIC;
  private @Nullable String language;
  private @Nullable String text;
  private @Nullable StatusApplication application;
  private List<StatusMention> mentions = List.of();
  private List<StatusTag> tags = List.of();
  private List<MediaAttachment> media = List.of();
  private long reblogs;
  private long favourites;
  private long replies;
  private @Nullable String inReplyToId;
  private @Nullable String inReplyToAccountId;
  private @Nullable Status reblog;
  private @Nullable Poll poll;
  private @Nullable ViewerMarks marks;

  StatusBuilder(Account account, String id, Origin origin) {
    this.account = account;
    this.id = id;
    this.uri = origin.postUri(account.username(), id);
    this.url = origin.post(account.username(), id);
    this.activity = uri + "/activity";
  }

  public StatusBuilder createdAt(Instant createdAt) {
    this.createdAt = createdAt;
    return this;
  }

  public StatusBuilder editedAt(@Nullable Instant editedAt) {
    this.editedAt = editedAt;
    return this;
  }

  public StatusBuilder content(String html) {
    this.content = html;
    return this;
  }

  public StatusBuilder spoilerText(String plainText) {
    this.spoilerText = plainText;
    return this;
  }

  public StatusBuilder sensitive(boolean sensitive) {
    this.sensitive = sensitive;
    return this;
  }

  public StatusBuilder visibility(Visibility visibility) {
    this.visibility = visibility;
    return this;
  }

  public StatusBuilder language(@Nullable String language) {
    this.language = language;
    return this;
  }

  /** The text as typed: only in the answer to one's own delete, to write it again. */
  public StatusBuilder text(@Nullable String text) {
    this.text = text;
    return this;
  }

  public StatusBuilder application(@Nullable StatusApplication application) {
    this.application = application;
    return this;
  }

  public StatusBuilder mentions(List<StatusMention> mentions) {
    this.mentions = mentions;
    return this;
  }

  public StatusBuilder tags(List<StatusTag> tags) {
    this.tags = tags;
    return this;
  }

  public StatusBuilder media(List<MediaAttachment> media) {
    this.media = media;
    return this;
  }

  public StatusBuilder poll(@Nullable Poll poll) {
    this.poll = poll;
    return this;
  }

  public StatusBuilder counts(long reblogs, long favourites, long replies) {
    this.reblogs = reblogs;
    this.favourites = favourites;
    this.replies = replies;
    return this;
  }

  public StatusBuilder inReplyTo(@Nullable String postId, @Nullable String accountId) {
    this.inReplyToId = postId;
    this.inReplyToAccountId = accountId;
    return this;
  }

  /** Makes this a boost: clients that do not look inside still show the text of the boosted. */
  public StatusBuilder reblogOf(Status boosted) {
    this.reblog = boosted;
    this.content = boosted.content();
    this.spoilerText = boosted.spoilerText();
    this.sensitive = boosted.sensitive();
    this.language = boosted.language();
    this.media = boosted.mediaAttachments();
    return this;
  }

  public StatusBuilder marks(@Nullable ViewerMarks marks) {
    this.marks = marks;
    return this;
  }

  public Status build() {
    return new Status(
        id,
        reblog == null ? uri : activity,
        createdAt,
        account,
        content,
        visibility,
        sensitive,
        spoilerText,
        media,
        application,
        mentions,
        tags,
        List.of(),
        reblogs,
        favourites,
        0,
        replies,
        reblog == null ? url : activity,
        inReplyToId,
        inReplyToAccountId,
        reblog,
        poll,
        null,
        language,
        text,
        editedAt,
        null,
        Approval.DENIED,
        marks == null ? null : (Boolean) marks.favourited(),
        marks == null ? null : (Boolean) marks.reblogged(),
        marks == null ? null : (Boolean) marks.muted(),
        marks == null ? null : (Boolean) marks.bookmarked(),
        marks == null ? null : marks.pinned(),
        marks == null ? null : marks.filtered(),
        List.of());
  }
}
