package isegoria.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.Origin;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PostHtmlTest {

  private static final Origin ORIGIN = new Origin("https://is.example");

  private static final Map<String, MentionTarget> ANA =
      Map.of("ana", new MentionTarget(ORIGIN.profile("ana"), "ana"));

  private static final String ANA_LINK =
      "<span class=\"h-card\" translate=\"no\"><a href=\"https://is.example/@ana\""
          + " class=\"u-url mention\">@<span>ana</span></a></span>";

  @Nested
  final class Paragraphs {

    @Test
    void plain_words_are_one_paragraph() {
      assertThat(html("Hello")).isEqualTo("<p>Hello</p>");
    }

    @Test
    void a_line_end_is_a_break_and_a_blank_line_a_new_paragraph() {
      assertThat(html("a\nb\n\nc\n \n\nd")).isEqualTo("<p>a<br>b</p><p>c</p><p>d</p>");
    }

    @Test
    void nothing_is_nothing() {
      assertThat(html("")).isEmpty();
      assertThat(html("\n\n")).isEmpty();
    }

    @Test
    void everything_that_means_something_to_html_is_escaped() {
      assertThat(html("<b> & \"q\" 'a'"))
          .isEqualTo("<p>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</p>");
    }
  }

  @Nested
  final class Names {

    @Test
    void a_resolved_name_is_a_link_in_any_spelling() {
      assertThat(html("hi @Ana.")).isEqualTo("<p>hi " + ANA_LINK + ".</p>");
    }

    @Test
    void each_name_is_found_once_in_the_order_of_the_text() {
      assertThat(Mentions.find("@bo @Ana @ana @ana@is.example, @cy@far.example"))
          .extracting(Mention::key)
          .containsExactly("bo", "ana", "ana@is.example", "cy@far.example");
    }

    @Test
    void a_name_without_a_domain_or_with_ours_is_of_this_server() {
      assertThat(Mentions.find("@ana @bo@IS.example @cy@far.example"))
          .extracting(mention -> mention.isOf(ORIGIN))
          .containsExactly(true, true, false);
    }

    @Test
    void an_unknown_name_stays_words() {
      assertThat(html("@nobody <")).isEqualTo("<p>@nobody &lt;</p>");
    }

    @Test
    void neither_an_address_nor_a_path_holds_a_name() {
      assertThat(html("bo@ana, /@ana, x=@ana, é@ana")).doesNotContain("mention");
    }

    @Test
    void a_name_may_follow_any_sign_but_those_of_paths_and_assignments() {
      assertThat(Mentions.find(".@a (@b) \"@c\" 'x'@d ,@e -@f @@g :@h 日.@i ”@j"))
          .extracting(Mention::key)
          .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
      assertThat(Mentions.find("x@a _@b 1@c é@d 日@e /@f =@g @.h @-i @ @")).isEmpty();
    }

    @Test
    void dots_and_dashes_join_names_and_domains_and_end_neither() {
      assertThat(Mentions.find("@a.b-c. @d--e- @f@ @g@-x @h@x_y.日本.example. @i@x..y"))
          .extracting(Mention::key)
          .containsExactly("a.b-c", "d--e", "f", "g", "h@x_y.日本.example", "i@x..y");
    }

    @Test
    void a_name_with_a_domain_shows_its_user_part() {
      var remote = Map.of("bo@far.example", new MentionTarget("https://f/@bo", "bo@far.example"));
      assertThat(PostHtml.render("@bo@far.example", remote, ORIGIN))
          .isEqualTo(
              "<p><span class=\"h-card\" translate=\"no\"><a href=\"https://f/@bo\""
                  + " class=\"u-url mention\">@<span>bo</span></a></span></p>");
    }
  }

  @Nested
  final class Tags {

    @Test
    void a_tag_leads_to_its_lower_case_and_shows_as_written() {
      assertThat(html("#CamelCase"))
          .isEqualTo(
              "<p><a href=\"https://is.example/tags/camelcase\" class=\"mention hashtag\""
                  + " rel=\"tag\">#<span>CamelCase</span></a></p>");
    }

    @Test
    void letters_of_every_script_make_tags() {
      assertThat(Hashtags.find("#Übung #日本語 #हिन्दी #ñ_1"))
          .extracting(Hashtag::name)
          .containsExactly("übung", "日本語", "हिन्दी", "ñ_1");
      assertThat(html("#Übung")).contains("/tags/%C3%BCbung\"").contains("<span>Übung</span>");
    }

    @Test
    void digits_alone_and_signs_inside_words_are_no_tags() {
      assertThat(Hashtags.find("#1984 a#b #️⃣ ##x &#39; (https://a.io/#frag) #")).isEmpty();
    }

    @Test
    void a_tag_starts_a_word_under_either_sign() {
      assertThat(Hashtags.find("#a\n#b\u00A0#c ＃d"))
          .extracting(Hashtag::name)
          .containsExactly("a", "b", "c", "d");
      assertThat(Hashtags.find("(#a) .#b x#c 日#d /#e \"#f\"")).isEmpty();
    }

    @Test
    void separators_hold_a_tag_together_and_end_none() {
      assertThat(Hashtags.find("#a·b· #1_2 #ab・cd・ #1a #a1 #__1 #x_"))
          .extracting(Hashtag::written)
          .containsExactly("a·b", "1_2", "ab・cd", "1a", "a1", "__1", "x_");
      assertThat(Hashtags.find("#· #·a #1_ #_1 #12 #__ #")).isEmpty();
    }

    @Test
    void each_tag_counts_once() {
      assertThat(Hashtags.find("#Cat #cat #dog."))
          .extracting(Hashtag::name)
          .containsExactly("cat", "dog");
    }
  }

  @Nested
  final class Links {

    @Test
    void a_short_link_shows_all_but_its_protocol() {
      assertThat(html("https://example.org/a?b=1&c=2"))
          .isEqualTo(
              "<p><a href=\"https://example.org/a?b=1&amp;c=2\" target=\"_blank\""
                  + " rel=\"nofollow noopener\" translate=\"no\">"
                  + "<span class=\"invisible\">https://</span>"
                  + "<span class=\"\">example.org/a?b=1&amp;c=2</span>"
                  + "<span class=\"invisible\"></span></a></p>");
    }

    @Test
    void a_long_link_shows_thirty_characters() {
      assertThat(html("http://www.example.org/" + "p".repeat(40)))
          .contains("<span class=\"invisible\">http://www.</span>")
          .contains("<span class=\"ellipsis\">example.org/" + "p".repeat(18) + "</span>")
          .contains("<span class=\"invisible\">" + "p".repeat(22) + "</span></a>");
    }

    @Test
    void the_stop_after_a_link_is_not_part_of_it() {
      assertThat(html("(see https://example.org/x)."))
          .contains("href=\"https://example.org/x\"")
          .endsWith("</a>).</p>");
    }

    @Test
    void only_the_web_is_linked() {
      assertThat(html("javascript://x ftp://y data://z example.org")).doesNotContain("<a ");
    }

    @Test
    void an_address_that_poses_as_another_is_not_linked() {
      assertThat(html("https://bank.example@a.io/ https://a:b@c.io")).doesNotContain("<a ");
    }

    @Test
    void what_looks_like_a_tag_or_a_name_inside_a_link_belongs_to_it() {
      assertThat(html("https://example.org/@ana#tag")).doesNotContain("mention");
    }
  }

  @Nested
  final class Notes {

    @Test
    void a_field_is_one_line_that_may_claim_a_site() {
      assertThat(NoteHtml.field("https://a.io", Map.of(), ORIGIN))
          .startsWith("<a href=\"https://a.io\"")
          .contains("rel=\"nofollow noopener me\"");
    }

    @Test
    void a_note_is_rendered_as_a_post() {
      assertThat(NoteHtml.note("a\n\nb", Map.of(), ORIGIN)).isEqualTo("<p>a</p><p>b</p>");
    }
  }

  private static String html(String text) {
    return PostHtml.render(text, ANA, ORIGIN);
  }
}
