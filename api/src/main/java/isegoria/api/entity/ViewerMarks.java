package isegoria.api.entity;

import org.jspecify.annotations.Nullable;

/** What the viewer did with a post; {@code pinned} is null on posts of others. */
public record ViewerMarks(
    boolean favourited,
    boolean reblogged,
    boolean muted,
    boolean bookmarked,
    @Nullable Boolean pinned) {

  /** Signed in, and nothing done. */
  public static final ViewerMarks NONE = new ViewerMarks(false, false, false, false, null);
}
