package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import isegoria.api.Origin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
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
  /**
   * A tag whose use is not counted. Its id follows from its name: there is no list of tags to have
   * a number in.
   */
  public static Tag of(String name, Origin origin, @Nullable Boolean following) {
    UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new Tag(
        Long.toString(hash.getMostSignificantBits() >>> 1),
        name,
        origin.tag(name),
        List.of(),
        following,
        following == null ? null : false);
  }

  /** One day: its midnight in seconds, posts, and people who posted. */
  @SnakeCase
  public record Day(String day, String uses, String accounts) {}
}
