package isegoria.timeline.feed.read.live;

import org.jspecify.annotations.Nullable;

/**
 * A post or boost as streams tell it: alike for all readers, none of whom has done anything with
 * it, but for those whose filters match it.
 */
public interface LiveStatus {

  /** Its JSON for all others. */
  String json();

  /** Its JSON for a reader whose filters match it; null where they do not. */
  @Nullable String filteredFor(long readerId);
}
