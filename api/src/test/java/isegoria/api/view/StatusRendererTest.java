package isegoria.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.Status;
import isegoria.api.entity.StatusApplication;
import isegoria.api.entity.ViewerMarks;
import isegoria.api.entity.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatusRendererTest {

  private static final Origin ORIGIN = new Origin("https://is.example");
  private static final Account ANA = Account.local("1", "ana", ORIGIN).build();
  private static final Account BO = Account.local("2", "bo", ORIGIN).build();
  private static final Instant NOON = Instant.parse("2026-08-08T12:05:00Z");

  private static final PostContent HELLO =
      new PostContent(
          7,
          "Hello @Bo #cat",
          "cats",
          true,
          Visibility.UNLISTED,
          "en",
          5L,
          2L,
          List.of(new PostContent.Mentioned(2, "Bo")),
          List.of("cat"),
          new StatusApplication("toot", null),
          1,
          NOON,
          null);

  private final StatusRenderer renderer = new StatusRenderer(ORIGIN);

  @Test
  void a_post_shows_its_words_with_links_to_the_accounts_that_they_name() {
    Status shown = renderer.render(HELLO, ANA, new PostCounts(3, 2, 1), null);

    assertThat(shown.content()).contains("href=\"https://is.example/@Bo\"", "/tags/cat");
    assertThat(shown.mentions()).extracting("acct").containsExactly("Bo");
    assertThat(shown.inReplyToId()).isEqualTo("5");
    assertThat(shown.inReplyToAccountId()).isEqualTo("2");
    assertThat(shown.favouritesCount()).isEqualTo(3);
    assertThat(shown.reblogsCount()).isEqualTo(2);
    assertThat(shown.repliesCount()).isEqualTo(1);
    assertThat(shown.text()).isNull();
    assertThat(shown.favourited()).isNull();
  }

  @Test
  void a_deleted_post_gives_its_author_the_words_as_typed() {
    Status shown = renderer.renderAsTyped(HELLO, ANA, PostCounts.NONE, ViewerMarks.NONE);

    assertThat(shown.text()).isEqualTo("Hello @Bo #cat");
    assertThat(shown.content()).isEmpty();
  }

  @Test
  void a_boost_shows_the_words_of_its_post_and_an_address_of_its_own() {
    Status post = renderer.render(HELLO, ANA, PostCounts.NONE, null);
    Status shown =
        renderer.render(new BoostContent(9, Visibility.PUBLIC, NOON), BO, post, ViewerMarks.NONE);

    assertThat(shown.reblog()).isEqualTo(post);
    assertThat(shown.content()).isEqualTo(post.content());
    assertThat(shown.account().username()).isEqualTo("bo");
    assertThat(shown.uri()).endsWith("/users/bo/statuses/9/activity");
  }

  @Test
  void words_are_rendered_through_the_given_cache() {
    var asked = new ArrayList<Integer>();
    var cached =
        new StatusRenderer(
            ORIGIN,
            render ->
                post -> {
                  asked.add(post.revision());
                  return render.apply(post);
                });

    assertThat(cached.render(HELLO, ANA, PostCounts.NONE, null).content())
        .isEqualTo(renderer.render(HELLO, ANA, PostCounts.NONE, null).content());
    assertThat(asked).containsExactly(1);
  }
}
