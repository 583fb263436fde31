package isegoria.account.write.filter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes different about a filter; null stays as it is.
 *
 * @param ends whether {@code until} replaces what was said of its end
 */
public record FilterChange(
    @Nullable String title,
    @Nullable List<FilterContext> contexts,
    @Nullable FilterAction action,
    boolean ends,
    @Nullable Instant until) {

  public static final FilterChange NOTHING = new FilterChange(null, null, null, false, null);

  /** The settings after the change. */
  public FilterSettings of(FilterSettings before) {
    return new FilterSettings(
        title == null ? before.title() : title,
        contexts == null ? before.contexts() : contexts,
        action == null ? before.action() : action,
        ends ? until : before.until());
  }
}
