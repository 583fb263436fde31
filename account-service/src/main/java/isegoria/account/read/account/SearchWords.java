package isegoria.account.read.account;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A display name, or what was typed to find one, as words that can be compared. */
public final class SearchWords {

  /** Words of one text: a display name has no more, and a longer question finds the same. */
  private static final int WORDS_MAX = 16;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

  private SearchWords() {}

  /** Each word once, in lower case and without the forms that only look different. */
  public static Set<String> of(String text) {
    String regular = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BETWEEN
        .splitAsStream(regular)
        .filter(word -> !word.isEmpty())
        .limit(WORDS_MAX)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether each word that was typed begins one of those. */
  public static boolean begin(Collection<String> typed, Collection<String> words) {
    return typed.stream().allMatch(each -> words.stream().anyMatch(word -> word.startsWith(each)));
  }
}
