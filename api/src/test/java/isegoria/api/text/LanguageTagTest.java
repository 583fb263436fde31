package isegoria.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTagTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "pt-BR", "zh-Hant-TW", "ast"})
  void a_tag_names_a_language(String word) {
    assertThat(LanguageTag.isTag(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "e", "english", "en_US", "en-", "en ", "de-a", "🇩🇪"})
  void other_words_do_not(String word) {
    assertThat(LanguageTag.isTag(word)).isFalse();
  }
}
