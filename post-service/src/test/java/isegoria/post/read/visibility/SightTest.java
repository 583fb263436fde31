package isegoria.post.read.visibility;

import static isegoria.post.write.Samples.ANA;
import static isegoria.post.write.Samples.BO;
import static isegoria.post.write.Samples.HELLO_ID;
import static isegoria.post.write.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AccountId;
import isegoria.post.read.post.PostProjection;
import isegoria.post.read.post.PostRow;
import isegoria.post.read.relationship.Standing;
import isegoria.post.write.Visibility;
import isegoria.post.write.post.Post;
import isegoria.post.write.post.PostDecider;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SightTest {

  private static final AccountId CY = new AccountId(3);
  private static final Standing FOLLOWER = new Standing(true, false, false, false, null);
  private static final Standing BLOCKS = new Standing(false, true, false, false, null);
  private static final Standing BLOCKED = new Standing(false, false, true, false, null);

  /** By Ana, mentioning Bo. */
  private static PostRow post(Visibility visibility) {
    Post live =
        PostDecider.POST.evolve(
            PostDecider.POST.initial(), List.of(published(HELLO_ID, ANA, visibility)));
    return PostProjection.row((Post.Live) live);
  }

  @Test
  void open_posts_are_for_everybody() {
    for (Visibility open : List.of(Visibility.PUBLIC, Visibility.UNLISTED)) {
      assertThat(Sight.allows(post(open), null, Standing.STRANGERS, false)).isTrue();
      assertThat(Sight.allows(post(open), CY, Standing.STRANGERS, false)).isTrue();
    }
  }

  @Test
  void private_posts_are_for_followers_and_the_mentioned() {
    PostRow few = post(Visibility.PRIVATE);
    assertThat(Sight.allows(few, null, Standing.STRANGERS, false)).isFalse();
    assertThat(Sight.allows(few, CY, Standing.STRANGERS, false)).isFalse();
    assertThat(Sight.allows(few, CY, FOLLOWER, false)).isTrue();
    assertThat(Sight.allows(few, BO, Standing.STRANGERS, false)).isTrue();
  }

  @Test
  void direct_posts_are_for_the_mentioned() {
    PostRow direct = post(Visibility.DIRECT);
    assertThat(Sight.allows(direct, CY, FOLLOWER, false)).isFalse();
    assertThat(Sight.allows(direct, BO, Standing.STRANGERS, false)).isTrue();
  }

  @Test
  void blocks_hide_both_ways_and_sanctions_from_all_but_the_author() {
    PostRow open = post(Visibility.PUBLIC);
    assertThat(Sight.allows(open, BO, BLOCKS, false)).isFalse();
    assertThat(Sight.allows(open, BO, BLOCKED, false)).isFalse();
    assertThat(Sight.allows(open, BO, Standing.STRANGERS, true)).isFalse();
    assertThat(Sight.allows(open, ANA, Standing.STRANGERS, true)).isTrue();
  }
}
