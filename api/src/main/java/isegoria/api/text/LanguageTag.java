package isegoria.api.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which words name a language: tags of BCP 47, without its extensions. */
public final class LanguageTag {

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  private LanguageTag() {}

  /**
   * The tag that a word is, spelt as everybody spells it, so that equal languages are equal words;
   * empty for a word that has not the form of a tag. Whether anybody speaks it is not asked.
   */
  public static Optional<String> of(String word) {
    return TAG.matcher(word).matches()
        ? Optional.of(Locale.forLanguageTag(word).toLanguageTag())
        : Optional.empty();
  }
}
