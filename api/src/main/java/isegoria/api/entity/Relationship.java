package isegoria.api.entity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the viewer and one account stand to each other. */
@SnakeCase
public record Relationship(
    String id,
    boolean following,
    boolean showingReblogs,
    boolean notifying,
    @Nullable List<String> languages,
    boolean followedBy,
    boolean blocking,
    boolean blockedBy,
    boolean muting,
    boolean mutingNotifications,
    @AtMillis @Nullable Instant mutingExpiresAt,
    boolean requested,
    boolean requestedBy,
    boolean domainBlocking,
    boolean endorsed,
    String note) {
  /** Nothing between them. */
  public static Relationship none(String id) {
    return new Relationship(
        id, false, false, false, null, false, false, false, false, false, null, false, false, false,
        false, "");
  }
}
