package isegoria.api.filter;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.entity.Filter;
import isegoria.api.entity.FilterResult;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilterMatcherTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Filter SHOWN =
      new Filter("1", "T", List.of("home"), null, "warn", null, null);

  private static List<FilterResult> match(FilterWord word, String text) {
    return FilterMatcher.of(List.of(new FilterRule(SHOWN, null, List.of(word), Set.of())))
        .match(List.of(5L), text, NOON);
  }

  @ParameterizedTest
  @CsvSource({
    "vote, I vote., true",
    "vote, I VOTE, true",
    "vote, pivoted, false",
    "vote, votes, false",
    "vote, vote_now, false",
    "vote, #vote, true",
    "élan, Son ÉLAN vital, true",
    "élan, élancé, false",
    "#cats, I like #cats too, true",
    "c++, learn c++now, true",
    "猫, この猫は, true",
    "AI, 生成AIの時代, true",
    "AI, SAID, false",
    "고양이, 고양이가 있다, true",
    "a.b, axb, false",
    "straße, STRASSE, false",
    "Σίσυφος, ΣΊΣΥΦΟΣ, true",
    "𐐀𐐁, so 𐐨𐐩 it is, true",
    "🐈, a🐈b, true",
    "vote, vote, true",
    "votes, vote, false",
    "go vote, Go  vote, false",
    "go vote, let us GO VOTE now, true",
    "café, cafe\u0301, false",
    "cafe, cafe\u0301, false",
    "vote, pivote vote, true",
  })
  void a_whole_word_has_a_boundary_only_beside_what_words_are_made_of(
      String word, String text, boolean found) {
    assertThat(match(new FilterWord(word, true), text).isEmpty()).isEqualTo(!found);
  }

  @Test
  void a_part_of_a_word_is_found_where_that_is_asked_for() {
    List<FilterResult> found = match(new FilterWord("vote", false), "He piVOTed");
    assertThat(found).containsExactly(new FilterResult(SHOWN, List.of("VOTe"), null));
  }

  @Test
  void of_keywords_that_begin_alike_each_is_found() {
    for (String text : List.of("to vote", "a voter", "two votes", "VOTES")) {
      List<FilterWord> words =
          Stream.of("vot", "voter", "vote", "votes", "voted")
              .map(word -> new FilterWord(word, true))
              .toList();
      FilterMatcher matcher =
          FilterMatcher.of(List.of(new FilterRule(SHOWN, null, words, Set.of())));
      String last = text.substring(text.lastIndexOf(' ') + 1);
      assertThat(matcher.match(List.of(5L), text, NOON))
          .containsExactly(new FilterResult(SHOWN, List.of(last), null));
    }
  }

  /** Beside the expression that says the same of words without boundaries. */
  @Test
  void it_finds_what_a_search_for_each_keyword_finds() {
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      List<String> words = IntStream.range(0, 6).mapToObj(_ -> letters(random, 4)).toList();
      String text = letters(random, 30);
      boolean found =
          words.stream().anyMatch(word -> text.toLowerCase(ROOT).contains(word.toLowerCase(ROOT)));
      FilterMatcher matcher =
          FilterMatcher.of(
              List.of(
                  new FilterRule(
                      SHOWN,
                      null,
                      words.stream().map(word -> new FilterWord(word, false)).toList(),
                      Set.of())));
      assertThat(matcher.match(List.of(5L), text, NOON).isEmpty())
          .as(words + " in " + text)
          .isEqualTo(!found);
    }
  }

  private static String letters(Random random, int max) {
    return random
        .ints(1 + random.nextInt(max), 0, 4)
        .mapToObj("aBb "::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  @Test
  void a_filter_that_has_ended_matches_nothing() {
    var rule = new FilterRule(SHOWN, NOON, List.of(new FilterWord("vote", true)), Set.of(5L));
    FilterMatcher matcher = FilterMatcher.of(List.of(rule));
    assertThat(matcher.match(List.of(5L), "vote", NOON.minusMillis(1))).hasSize(1);
    assertThat(matcher.match(List.of(5L), "vote", NOON)).isEmpty();
  }

  @Test
  void a_post_is_matched_by_its_id_or_that_of_its_boost() {
    FilterMatcher matcher =
        FilterMatcher.of(List.of(new FilterRule(SHOWN, null, List.of(), Set.of(5L, 7L))));
    assertThat(matcher.match(List.of(7L, 6L), "", NOON))
        .containsExactly(new FilterResult(SHOWN, null, List.of("7")));
    assertThat(matcher.match(List.of(8L), "", NOON)).isEmpty();
  }

  @Test
  void each_filter_says_for_itself_what_it_found() {
    var other = new Filter("2", "U", List.of("public"), null, "hide", null, null);
    FilterMatcher matcher =
        FilterMatcher.of(
            List.of(
                new FilterRule(SHOWN, null, List.of(new FilterWord("cat", true)), Set.of()),
                new FilterRule(other, null, List.of(new FilterWord("dog", true)), Set.of())));
    assertThat(matcher.match(List.of(5L), "A dog", NOON))
        .containsExactly(new FilterResult(other, List.of("dog"), null));
    assertThat(FilterMatcher.NONE.match(List.of(5L), "A dog", NOON)).isEmpty();
  }
}
