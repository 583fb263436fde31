package isegoria.timeline.feed.memory;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/** Languages as small numbers: a log of millions of entries names a few hundred of them. */
final class Languages {

  /**
   * Distinct languages kept; the rest counts as not stated, since no account can have chosen them
   * all.
   */
  static final int LANGUAGES_MAX = 4_096;

  private final Object2IntOpenHashMap<String> codes = new Object2IntOpenHashMap<>();
  private final List<String> words = new ArrayList<>();

  Languages() {
    words.add("");
    codes.put("", 0);
  }

  short codeOf(String language) {
    if (codes.containsKey(language)) {
      return (short) codes.getInt(language);
    }
    if (words.size() == LANGUAGES_MAX) {
      return 0;
    }
    codes.put(language, words.size());
    words.add(language);
    return (short) (words.size() - 1);
  }

  String wordOf(short code) {
    return words.get(code);
  }
}
