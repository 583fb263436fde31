package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import isegoria.api.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as the client API calls it. The keys that depend on the viewer are left out for strangers.
 */
@SnakeCase
public record Status(
    String id,
    String uri,
    @AtMillis Instant createdAt,
    Account account,
    String content,
    Visibility visibility,
    boolean sensitive,
    String spoilerText,
    List<MediaAttachment> mediaAttachments,
    @JsonInclude(NON_NULL) @Nullable StatusApplication application,
    List<StatusMention> mentions,
    List<StatusTag> tags,
    List<CustomEmoji> emojis,
    long reblogsCount,
    long favouritesCount,
    long quotesCount,
    long repliesCount,
    @Nullable String url,
    @Nullable String inReplyToId,
    @Nullable String inReplyToAccountId,
    @Nullable Status reblog,
    @Nullable Poll poll,
    @Nullable PreviewCard card,
    @Nullable String language,
    @Nullable String text,
    @AtMillis @Nullable Instant editedAt,
    @Nullable Quote quote,
    Approval quoteApproval,
    @JsonInclude(NON_NULL) @Nullable Boolean favourited,
    @JsonInclude(NON_NULL) @Nullable Boolean reblogged,
    @JsonInclude(NON_NULL) @Nullable Boolean muted,
    @JsonInclude(NON_NULL) @Nullable Boolean bookmarked,
    @JsonInclude(NON_NULL) @Nullable Boolean pinned,
    @JsonInclude(NON_NULL) @Nullable List<FilterResult> filtered,
    List<Object> taggedCollections) {
  public static StatusBuilder by(Account account, String id, Origin origin) {
    return new StatusBuilder(account, id, origin);
  }
}
