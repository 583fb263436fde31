package isegoria.api.text;

import java.util.regex.Pattern;

/** Which words name a language: tags of BCP 47, without its extensions. */
public final class LanguageTag {

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  private LanguageTag() {}

  /** Whether a word has the form of a tag; whether anybody speaks that language is not asked. */
  public static boolean isTag(String word) {
    return TAG.matcher(word).matches();
  }
}
