package isegoria.api.filter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The keywords of all filters of one viewer, sorted by their letters. A text is read through once:
 * at each place its letters narrow down, one by one, which keywords may stand there. A post costs
 * some 10 µs however many keywords there are. An expression of all of them takes a thousand times
 * as long for five hundred, and a few accounts with so many could hold up every stream.
 */
final class Keywords {

  /**
   * One of them.
   *
   * @param filter which of the filters it belongs to
   * @param bounded whether no word may go on before and after it
   */
  @SuppressWarnings("ArrayRecordComponent") // Never changed, never compared.
  private record Keyword(int[] letters, int filter, boolean bounded) {

    static Keyword of(FilterWord word, int filter) {
      return new Keyword(Letters.folded(word.text()), filter, word.whole());
    }

    /** A boundary stands only beside what words are made of. */
    boolean standsAt(int place, Letters text) {
      return !bounded
          || (isBoundary(text, place - 1, letters[0])
              && isBoundary(text, place + letters.length, letters[letters.length - 1]));
    }

    private static boolean isBoundary(Letters text, int beside, int letter) {
      return !Letters.isOfWords(letter) || !text.goesOn(beside);
    }
  }

  private final Keyword[] sorted;
  private final int filters;

  /** The keywords of each filter. */
  Keywords(List<List<FilterWord>> words) {
    this.filters = words.size();
    this.sorted =
        IntStream.range(0, filters)
            .boxed()
            .flatMap(filter ->
                words.get(filter).stream()
                    .filter(word -> !word.text().isEmpty())
                    .map(word -> Keyword.of(word, filter)))
            .sorted((one, other) -> Arrays.compare(one.letters(), other.letters()))
            .toArray(Keyword[]::new);
  }

  /** What is found first of each filter, as it stands in the text; null where nothing is. */
  @Nullable String[] find(String text) {
    var found = new @Nullable String[filters];
    if (sorted.length > 0) {
      Letters letters = Letters.of(text);
      for (int place = 0; place < letters.size(); place++) {
        find(letters, place, found);
      }
    }
    return found;
  }

  /**
   * All that stand at one place: those between {@code low} and {@code high} agree with it so far.
   */
  private void find(Letters text, int place, @Nullable String[] found) {
    int low = 0;
    int high = sorted.length;
    for (int depth = 0; low < high; depth++) {
      for (; low < high && sorted[low].letters().length == depth; low++) {
        Keyword keyword = sorted[low];
        if (found[keyword.filter()] == null && keyword.standsAt(place, text)) {
          found[keyword.filter()] = text.typed(place, place + depth);
        }
      }
      if (place + depth == text.size()) {
        return;
      }
      int next = text.at(place + depth);
      low = first(low, high, depth, next);
      high = first(low, high, depth, next + 1);
    }
  }

  /** The first of those whose letter at this depth is no lower; all there have one. */
  private int first(int low, int high, int depth, int letter) {
    int from = low;
    int to = high;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle].letters()[depth] < letter) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
