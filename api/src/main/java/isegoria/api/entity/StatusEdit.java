package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a post was at one time. */
@SnakeCase
public record StatusEdit(
    String content,
    String spoilerText,
    boolean sensitive,
    @AtMillis Instant createdAt,
    Account account,
    @JsonInclude(NON_NULL) @Nullable PollTitles poll,
    List<MediaAttachment> mediaAttachments,
    List<CustomEmoji> emojis,
    @JsonInclude(NON_NULL) @Nullable Quote quote) {
  /** The choices of a poll, without votes. */
  @SnakeCase
  public record PollTitles(List<Title> options) {}

  /** One choice. */
  @SnakeCase
  public record Title(String title) {}
}
