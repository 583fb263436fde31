package isegoria.timeline.read.relation;

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

  /** A post whose language was not said is shown: nobody can choose what is unknown. */
  public boolean shows(String language) {
    return languages.isEmpty() || language.isEmpty() || languages.contains(language);
  }
}
