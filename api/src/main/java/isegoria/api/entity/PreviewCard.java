package isegoria.api.entity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is behind a link of a post. */
@SnakeCase
public record PreviewCard(
    String url,
    String title,
    String description,
    String type,
    List<Author> authors,
    String authorName,
    String authorUrl,
    String providerName,
    String providerUrl,
    String html,
    int width,
    int height,
    @Nullable String image,
    String embedUrl,
    @Nullable String blurhash,
    @Nullable Boolean missingAttribution,
    @AtMillis @Nullable Instant publishedAt) {
  /** Who wrote the page. */
  @SnakeCase
  public record Author(String name, String url, @Nullable Account account) {}
}
