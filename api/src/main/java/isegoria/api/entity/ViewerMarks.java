package isegoria.api.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer did with a post, and what the viewer's filters say of it.
 *
 * @param pinned null on posts of others
 */
public record ViewerMarks(
    boolean favourited,
    boolean reblogged,
    boolean muted,
    boolean bookmarked,
    @Nullable Boolean pinned,
    List<FilterResult> filtered) {

  /** Signed in, and nothing done. */
  public static final ViewerMarks NONE = new ViewerMarks(false, false, false, false, null);

  public ViewerMarks {
    filtered = List.copyOf(filtered);
  }

  /** Of a viewer whose filters match nothing of it. */
  public ViewerMarks(
      boolean favourited,
      boolean reblogged,
      boolean muted,
      boolean bookmarked,
      @Nullable Boolean pinned) {
    this(favourited, reblogged, muted, bookmarked, pinned, List.of());
  }
}
