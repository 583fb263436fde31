package isegoria.tests.world;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.world.Act.Audience;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One case for every clause of the definition; posts have the ids 1000, 1001 …, boosts 2000 …. */
final class HomeOracleTest {
  private static final int ANA = 0;
  private static final int BO = 1;
  private static final int CY = 2;
  private static final int DI = 3;

  private final List<Act> acts = new ArrayList<>();
  private int posts;
  private int boosts;

  @Nested
  final class Posts {
    @Test
    void come_from_the_reader_and_from_whom_the_reader_follows_now_newest_first() {
      follow(ANA, BO);
      post(BO);
      post(CY);
      post(ANA);
      assertHome(ANA, 1002, 1000);
      assertHome(CY, 1001);
    }

    @Test
    void of_any_age_come_with_a_follow_and_go_with_it() {
      post(BO);
      follow(ANA, BO);
      assertHome(ANA, 1000);
      acts.add(new Act.Unfollow(ANA, BO));
      assertHome(ANA);
    }

    @Test
    void that_are_deleted_are_gone_with_their_boosts() {
      follow(ANA, BO);
      int post = post(CY);
      boost(BO, post);
      assertHome(ANA, 2000);
      acts.add(new Act.Delete(CY, post));
      assertHome(ANA);
      assertHome(CY);
    }

    @Test
    void stay_when_they_are_edited() {
      int post = post(ANA);
      acts.add(new Act.Edit(ANA, post, "other words"));
      assertHome(ANA, 1000);
    }

    @Test
    void for_followers_are_seen_by_followers() {
      follow(ANA, BO);
      publish(BO, Audience.PRIVATE, Act.NO_POST, List.of(), "en");
      assertHome(ANA, 1000);
    }

    @Test
    void for_somebody_are_seen_by_author_and_mentioned_followers_only() {
      follow(ANA, BO);
      follow(CY, BO);
      publish(BO, Audience.DIRECT, Act.NO_POST, List.of(CY, DI), "en");
      assertHome(ANA);
      assertHome(BO, 1000);
      assertHome(CY, 1000);
      assertHome(DI);
    }

    @Test
    void in_other_languages_than_the_follow_asks_for_are_left_out() {
      acts.add(new Act.Follow(ANA, BO, true, List.of("de")));
      publish(BO, Audience.PUBLIC, Act.NO_POST, List.of(), "en");
      publish(BO, Audience.PUBLIC, Act.NO_POST, List.of(), "de");
      assertHome(ANA, 1001);
    }
  }

  @Nested
  final class Replies {
    @Test
    void of_others_come_to_the_reader_and_to_whom_the_reader_follows() {
      follow(ANA, BO);
      int own = post(ANA);
      int strange = post(CY);
      reply(BO, own);
      reply(BO, strange);
      assertHome(ANA, 1002, 1000);
      follow(ANA, CY);
      assertHome(ANA, 1003, 1002, 1001, 1000);
    }

    @Test
    void to_their_own_author_come_too() {
      follow(ANA, BO);
      reply(BO, post(BO));
      assertHome(ANA, 1001, 1000);
    }

    @Test
    void of_the_reader_come_always() {
      reply(ANA, post(CY));
      assertHome(ANA, 1001);
    }
  }

  @Nested
  final class Boosts {
    @Test
    void come_if_the_follow_shows_them() {
      int post = post(CY);
      boost(BO, post);
      follow(ANA, BO);
      assertHome(ANA, 2000);
      acts.add(new Act.Follow(ANA, BO, false, List.of()));
      assertHome(ANA);
    }

    @Test
    void that_are_undone_are_gone() {
      follow(ANA, BO);
      int post = post(CY);
      int boost = boost(BO, post);
      acts.add(new Act.Unboost(BO, boost, post));
      assertHome(ANA);
    }

    @Test
    void of_a_reply_come_like_any() {
      follow(ANA, BO);
      boost(BO, reply(DI, post(CY)));
      assertHome(ANA, 2000);
    }

    @Test
    void are_left_out_when_the_original_is_among_the_next_forty() {
      follow(ANA, BO);
      int post = post(BO);
      postMany(39);
      boost(BO, post);
      assertThat(home(ANA)).hasSize(40).doesNotContain(2000L);
    }

    @Test
    void come_again_when_the_original_is_further_away() {
      follow(ANA, BO);
      int post = post(BO);
      postMany(40);
      boost(BO, post);
      assertThat(home(ANA)).hasSize(42).startsWith(2000L);
    }

    @Test
    void are_counted_before_any_is_left_out() {
      follow(ANA, BO);
      follow(ANA, CY);
      int post = post(DI);
      boost(BO, post);
      boost(CY, post);
      // The second is left out because of the first, and a third because of the second.
      boost(ANA, post);
      assertHome(ANA, 2000);
    }
  }

  @Nested
  final class Hiding {
    @Test
    void by_a_block_ends_follows_both_ways() {
      follow(ANA, BO);
      follow(BO, ANA);
      post(ANA);
      post(BO);
      acts.add(new Act.Block(ANA, BO));
      assertHome(ANA, 1000);
      assertHome(BO, 1001);
    }

    @Test
    void takes_boosts_of_blocked_and_blocking_people_from_both() {
      follow(ANA, CY);
      follow(BO, CY);
      acts.add(new Act.Block(ANA, BO));
      boost(CY, post(BO));
      boost(CY, post(ANA));
      assertHome(ANA, 1001);
      assertHome(BO, 1000);
    }

    @Test
    void by_a_mute_takes_posts_and_boosts_from_one() {
      follow(ANA, BO);
      follow(ANA, CY);
      acts.add(new Act.Mute(ANA, BO));
      int post = post(BO);
      boost(CY, post);
      boost(BO, post(DI));
      assertHome(ANA);
      assertHome(CY, 2000);
    }
  }

  private void follow(int follower, int followed) {
    acts.add(new Act.Follow(follower, followed, true, List.of()));
  }

  private int post(int author) {
    return publish(author, Audience.PUBLIC, Act.NO_POST, List.of(), "en");
  }

  private void postMany(int count) {
    for (int i = 0; i < count; i++) {
      post(BO);
    }
  }

  private int reply(int author, int to) {
    return publish(author, Audience.PUBLIC, to, List.of(), "en");
  }

  private int publish(
      int author, Audience audience, int replyTo, List<Integer> mentions, String language) {
    acts.add(new Act.Publish(author, posts, "words", audience, replyTo, mentions, language));
    return posts++;
  }

  private int boost(int booster, int post) {
    acts.add(new Act.Boost(booster, boosts, post));
    return boosts++;
  }

  private List<Long> home(int reader) {
    var ids = new GivenIds(posts, boosts);
    for (int post = 0; post < posts; post++) {
      ids.givePost(post, 1000 + post);
    }
    for (int boost = 0; boost < boosts; boost++) {
      ids.giveBoost(boost, 2000 + boost);
    }
    return HomeOracle.of(acts, ids).home(reader);
  }

  private void assertHome(int reader, long... expected) {
    assertThat(home(reader))
        .containsExactly(java.util.Arrays.stream(expected).boxed().toArray(Long[]::new));
  }
}
