package isegoria.api.view;

import isegoria.api.entity.StatusApplication;
import isegoria.api.entity.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as its author last left it, words included: the one input of every rendering.
 *
 * @param revision rises with every edit; with the id it names these words
 */
public record PostContent(
    long id,
    String text,
    String spoilerText,
    boolean sensitive,
    Visibility visibility,
    @Nullable String language,
    @Nullable Long inReplyToId,
    @Nullable Long inReplyToAccountId,
    List<Mentioned> mentions,
    List<String> tags,
    @Nullable StatusApplication application,
    int revision,
    Instant createdAt,
    @Nullable Instant editedAt) {

  /** An account that the words name, under the name that it had then. */
  public record Mentioned(long accountId, String username) {}

  public PostContent {
    mentions = List.copyOf(mentions);
    tags = List.copyOf(tags);
  }
}
