package isegoria.api.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Who may ask.
 *
 * @param scopes of which a token holds one; none where any token will do
 */
public record Access(Caller caller, List<String> scopes) {

  /** The least that a caller has to be. */
  public enum Caller {
    /** Anyone; a token that is sent has to be a good one. */
    PUBLIC,
    /** An app, for itself or for a person. */
    APP,
    /** A person. */
    USER,
    /** A moderator or an administrator. */
    STAFF
  }

  public Access {
    scopes = List.copyOf(scopes);
  }

  static Access of(String text) {
    String[] words = text.split(" ", -1);
    Caller caller = Caller.valueOf(words[0].toUpperCase(Locale.ROOT));
    return new Access(caller, Arrays.asList(words).subList(1, words.length));
  }

  @Override
  public String toString() {
    String word = caller.name().toLowerCase(Locale.ROOT);
    return scopes.isEmpty() ? word : word + " " + String.join(" or ", scopes);
  }
}
