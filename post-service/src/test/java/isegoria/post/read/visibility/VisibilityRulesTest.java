package isegoria.post.read.visibility;

import static isegoria.post.write.Samples.ANA;
import static isegoria.post.write.Samples.BO;
import static isegoria.post.write.Samples.HELLO_ID;
import static isegoria.post.write.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AccountId;
import isegoria.post.read.post.PostProjection;
import isegoria.post.read.post.PostRow;
import isegoria.post.read.relationship.Relationship;
import isegoria.post.write.Visibility;
import isegoria.post.write.post.Post;
import isegoria.post.write.post.PostDecider;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VisibilityRulesTest {

  private static final AccountId CY = new AccountId(3);
  private static final Relationship FOLLOWER = new Relationship(true, false, false, false, null);
  private static final Relationship BLOCKS = new Relationship(false, true, false, false, null);
  private static final Relationship BLOCKED = new Relationship(false, false, true, false, null);

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
      assertThat(VisibilityRules.allows(post(open), null, Relationship.STRANGERS, false)).isTrue();
      assertThat(VisibilityRules.allows(post(open), CY, Relationship.STRANGERS, false)).isTrue();
    }
  }

  @Test
  void private_posts_are_for_followers_and_the_mentioned() {
    PostRow few = post(Visibility.PRIVATE);
    assertThat(VisibilityRules.allows(few, null, Relationship.STRANGERS, false)).isFalse();
    assertThat(VisibilityRules.allows(few, CY, Relationship.STRANGERS, false)).isFalse();
    assertThat(VisibilityRules.allows(few, CY, FOLLOWER, false)).isTrue();
    assertThat(VisibilityRules.allows(few, BO, Relationship.STRANGERS, false)).isTrue();
  }

  @Test
  void direct_posts_are_for_the_mentioned() {
    PostRow direct = post(Visibility.DIRECT);
    assertThat(VisibilityRules.allows(direct, CY, FOLLOWER, false)).isFalse();
    assertThat(VisibilityRules.allows(direct, BO, Relationship.STRANGERS, false)).isTrue();
  }

  @Test
  void blocks_hide_both_ways_and_sanctions_from_all_but_the_author() {
    PostRow open = post(Visibility.PUBLIC);
    assertThat(VisibilityRules.allows(open, BO, BLOCKS, false)).isFalse();
    assertThat(VisibilityRules.allows(open, BO, BLOCKED, false)).isFalse();
    assertThat(VisibilityRules.allows(open, BO, Relationship.STRANGERS, true)).isFalse();
    assertThat(VisibilityRules.allows(open, ANA, Relationship.STRANGERS, true)).isTrue();
  }
}
