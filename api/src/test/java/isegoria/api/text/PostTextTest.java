package isegoria.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PostTextTest {

  @Nested
  final class Refusing {

    @Test
    void nothing_visible_is_blank() {
      assertThat(PostText.parse(null, null)).isEqualTo(TextRejection.BLANK);
      assertThat(PostText.parse(" \u200B\u00A0\n\t", "")).isEqualTo(TextRejection.BLANK);
    }

    @Test
    void one_character_above_the_limit_is_too_long() {
      assertThat(PostText.parse("x".repeat(1_000), "")).isInstanceOf(PostText.class);
      assertThat(PostText.parse("x".repeat(1_001), "")).isEqualTo(TextRejection.TOO_LONG);
    }

    @Test
    void warning_and_text_share_the_limit() {
      assertThat(PostText.parse("x".repeat(990), "w".repeat(10))).isInstanceOf(PostText.class);
      assertThat(PostText.parse("x".repeat(990), "w".repeat(11))).isEqualTo(TextRejection.TOO_LONG);
    }

    @Test
    void few_characters_of_many_bytes_are_too_large() {
      String zalgo = "e" + "\u0301".repeat(PostText.BYTES_MAX);
      assertThat(PostText.parse(zalgo, "")).isEqualTo(TextRejection.TOO_MANY_BYTES);
    }

    @Test
    void the_fifty_first_name_or_tag_is_too_many() {
      assertThat(PostText.parse(numbered("@n", 50), "")).isInstanceOf(PostText.class);
      assertThat(PostText.parse(numbered("@n", 51), "")).isEqualTo(TextRejection.TOO_MANY_MENTIONS);
      assertThat(PostText.parse(numbered("#t", 50), "")).isInstanceOf(PostText.class);
      assertThat(PostText.parse(numbered("#t", 51), "")).isEqualTo(TextRejection.TOO_MANY_TAGS);
    }

    private String numbered(String word, int count) {
      var text = new StringBuilder();
      for (int n = 0; n < count; n++) {
        text.append(word).append(n).append(' ');
      }
      return text.toString();
    }
  }

  @Nested
  final class Counting {

    @Test
    void a_cluster_is_one_character() {
      assertThat(parsed("e\u0301").length()).isOne();
      assertThat(parsed("👩🏽‍❤️‍💋‍👨🏿").length()).isOne();
      assertThat(parsed("🇳🇱🇩🇪").length()).isEqualTo(2);
      String couple = "👩🏽‍❤️‍💋‍👨🏿";
      assertThat(parsed(couple.repeat(1_000)).length()).isEqualTo(1_000);
    }

    @Test
    void a_link_counts_23_however_long() {
      assertThat(parsed("http://a.io").length()).isEqualTo(23);
      assertThat(parsed("see https://example.org/" + "x".repeat(3_000)).length()).isEqualTo(27);
    }

    @Test
    void a_mention_counts_without_its_domain() {
      assertThat(parsed("@ana@very.long.example.org hi").length()).isEqualTo("@ana hi".length());
    }
  }

  @Nested
  final class Regular {

    @Test
    void equal_looking_texts_become_equal() {
      assertThat(parsed("  caf" + "e\u0301\r\nline\rend\u0000\u0007 "))
          .isEqualTo(parsed("caf\u00E9\nline\nend"));
    }

    @Test
    void half_a_surrogate_pair_becomes_the_replacement_character() {
      assertThat(parsed("a\uD800b\uDC00").text()).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void a_warning_alone_becomes_the_text() {
      PostText post = parsed("", "spoiler");
      assertThat(post.text()).isEqualTo("spoiler");
      assertThat(post.warning()).isEmpty();
    }

    @Test
    void the_text_does_not_show_in_a_log() {
      assertThat(parsed("secret words").toString()).doesNotContain("secret");
    }
  }

  private static PostText parsed(String text) {
    return parsed(text, "");
  }

  private static PostText parsed(String text, String warning) {
    return switch (PostText.parse(text, warning)) {
      case PostText post -> post;
      case TextRejection refusal -> throw new AssertionError(refusal);
    };
  }
}
