package isegoria.timeline.feed.read.relation;

import java.util.Set;

/**
 * What a follow shows.
 *
 * @param languages of the posts shown; empty: all
 */
public record Follow(boolean boosts, Set<String> languages) {

  /** How nearly every follow is. */
  public static final Follow WHOLE = new Follow(true, Set.of());

  public Follow {
    languages = Set.copyOf(languages);
  }

  /** A post without a language is shown: an unknown language cannot be chosen. */
  public boolean shows(String language) {
    return languages.isEmpty() || language.isEmpty() || languages.contains(language);
  }
}
