package isegoria.account.write.filter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What its owner says of a filter.
 *
 * @param contexts each once
 * @param until from when it no longer holds; null: never. Readers look at the time: nothing happens
 *     then
 */
public record FilterSettings(
    String title, List<FilterContext> contexts, FilterAction action, @Nullable Instant until) {

  /** Characters of a title, as Mastodon bounds it. */
  public static final int TITLE_CHARACTERS_MAX = 256;

  public FilterSettings {
    contexts = List.copyOf(contexts);
  }
}
