package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tag and how it is used; the numbers of the history are strings. */
@SnakeCase
public record Tag(
    String id,
    String name,
    String url,
    List<Day> history,
    @JsonInclude(NON_NULL) @Nullable Boolean following,
    @JsonInclude(NON_NULL) @Nullable Boolean featuring) {
  /** One day: its midnight in seconds, posts, and people who posted. */
  @SnakeCase
  public record Day(String day, String uses, String accounts) {}
}
