package isegoria.api.entity;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question with choices; {@code voted} and {@code own_votes} only for those signed in. */
@SnakeCase
public record Poll(
    String id,
    @AtMillis @Nullable Instant expiresAt,
    boolean expired,
    boolean multiple,
    long votesCount,
    @Nullable Long votersCount,
    List<Option> options,
    List<CustomEmoji> emojis,
    @JsonInclude(NON_NULL) @Nullable Boolean voted,
    @JsonInclude(NON_NULL) @Nullable List<Integer> ownVotes) {
  /** One choice. */
  @SnakeCase
  public record Option(String title, @Nullable Long votesCount) {}
}
