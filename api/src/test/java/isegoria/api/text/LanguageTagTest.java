package isegoria.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTagTest {

  @ParameterizedTest
  @CsvSource({"en, en", "EN, en", "pt-br, pt-BR", "zh-hant-tw, zh-Hant-TW", "ast, ast"})
  void a_tag_is_spelt_in_one_way(String word, String tag) {
    assertThat(LanguageTag.of(word)).contains(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "e", "english", "en_US", "en-", "en ", "de-a", "🇩🇪"})
  void other_words_are_none(String word) {
    assertThat(LanguageTag.of(word)).isEmpty();
  }
}
