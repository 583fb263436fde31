package isegoria.api.text;

import java.text.Normalizer;
import java.util.Locale;

/** A tag in a text: as written, and the name under which its posts are found. */
public record Hashtag(String written, String name) {

  /** Longer runs stay words: no reader needs them, and a name is part of a partition key. */
  public static final int CHARACTERS_MAX = 100;

  static Hashtag of(String written) {
    return new Hashtag(written, nameOf(written));
  }

  /** The name of a tag given in a path or a query, with or without the sign. */
  public static String nameOf(String written) {
    String bare = written.startsWith("#") ? written.substring(1) : written;
    return Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
