package isegoria.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever somebody types, readers get the four elements and nothing that acts. */
final class PostHtmlSafetyTest {

  private static final Origin ORIGIN = new Origin("https://is.example");

  private static final Map<String, MentionTarget> ANA =
      Map.of("ana", new MentionTarget(ORIGIN.profile("ana"), "ana"));

  private static final Safelist ALLOWED =
      new Safelist()
          .addTags("p", "br", "span", "a")
          .addAttributes("span", "class", "translate")
          .addAttributes("a", "href", "class", "rel", "target", "translate")
          .addProtocols("a", "href", "http", "https")
          .preserveRelativeLinks(true);

  private static final List<String> NASTY =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "\"><svg/onload=alert(1)>",
          "https://a.io/\"onmouseover=alert(1)//",
          "https://a.io/'><script>alert(1)</script>",
          "https://a.io/<b>&lt;script&gt;",
          "http://\"><img src=x onerror=alert(1)>.io",
          "javascript:alert(1) javascript://a.io/%0aalert(1)",
          "@ana\"onclick=alert(1) @ana<script>",
          "#tag\"onclick=alert(1) #<script>",
          "#a&quot;onclick #&#x3c;script",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "<!--<p>--><a href=\"//x\">",
          "]]><![CDATA[<script>",
          "</p><p onclick=x></a></span>",
          "http://[::1]/ http://% http://a..b/ https://@ https://user:pw@a.io:99999/",
          "\u202Egnp.exe \u2066http://a.io\u2069 http://a\u0000b.io",
          "<\u0000script> <scr\u0000ipt>");

  /** Pieces a random text is glued from: letters, signs and whole attacks. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          "9",
          "_",
          "é",
          "日",
          "👩🏽‍❤️‍💋‍👨🏿",
          " ",
          "\n",
          "\n\n",
          "\t",
          "<",
          ">",
          "&",
          "\"",
          "'",
          "@",
          "#",
          "@ana",
          "#tag",
          "http://",
          "https://",
          "www.",
          "a.io",
          "/",
          ":",
          ".",
          "-",
          "=",
          "%3C",
          "&lt;",
          "<script>",
          "onerror=",
          "javascript:",
          "\u200C",
          "\u0301",
          "\u2028");

  @Test
  void nasty_input_comes_out_as_words() {
    NASTY.forEach(PostHtmlSafetyTest::assertSafe);
  }

  @Test
  void random_input_is_never_changed_by_a_sanitizer() {
    long seed = Long.getLong("seed", 0);
    System.out.println("seed=" + seed);
    var random = new SplittableRandom(seed);
    for (int round = 0; round < 5_000; round++) {
      var text = new StringBuilder();
      for (int piece = random.nextInt(1, 30); piece > 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertSafe(text.toString());
    }
  }

  @Test
  void the_parts_of_a_text_joined_are_the_text() {
    var random = new SplittableRandom(7);
    for (int round = 0; round < 2_000; round++) {
      var text = new StringBuilder();
      for (int piece = random.nextInt(1, 30); piece > 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      var joined = new StringBuilder();
      TextScanner.parts(text.toString()).forEach(part -> joined.append(part.raw()));
      assertThat(joined).hasToString(text.toString());
    }
  }

  @Test
  void the_longest_text_of_any_one_piece_takes_no_time() {
    for (String piece : PIECES) {
      String text = piece.repeat(PostText.BYTES_MAX / piece.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(2), () -> PostHtml.render(text, ANA, ORIGIN), piece);
    }
  }

  private static void assertSafe(String raw) {
    String html = PostHtml.render(Characters.regular(raw), ANA, ORIGIN);
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    Element parsed = document.body();
    assertThat(Jsoup.clean(html, "https://is.example", ALLOWED, document.outputSettings()))
        .as("raw: %s, html: %s", raw, html)
        .isEqualTo(parsed.html());
    assertThat(parsed.select("a, span, p, br").size()).isEqualTo(parsed.select("*").size() - 1);
    assertThat(parsed.text().replaceAll("(?U)\\s", "")).isEqualTo(wordsOf(raw));
  }

  /** A reader sees what was typed, names in the spelling of their account. */
  private static String wordsOf(String raw) {
    return Characters.regular(raw).replaceAll("(?U)\\s", "");
  }
}
