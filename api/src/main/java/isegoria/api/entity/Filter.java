package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words a viewer does not want to read. */
@SnakeCase
public record Filter(
    String id,
    String title,
    List<String> context,
    @AtMillis @Nullable Instant expiresAt,
    String filterAction,
    @JsonInclude(NON_NULL) @Nullable List<Keyword> keywords,
    @JsonInclude(NON_NULL) @Nullable List<FilteredStatus> statuses) {
  /** A word or phrase. */
  @SnakeCase
  public record Keyword(String id, String keyword, boolean wholeWord) {}

  /** A single post. */
  @SnakeCase
  public record FilteredStatus(String id, String statusId) {}
}
