package isegoria.post.write.engagement;

import static isegoria.post.write.Samples.ANA;
import static isegoria.post.write.Samples.BO;
import static isegoria.post.write.Samples.NOON;
import static isegoria.post.write.Samples.target;
import static isegoria.post.write.Samples.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.PostId;
import isegoria.post.kafka.PostCommands.Aggregates;
import isegoria.post.kafka.WordsHash;
import isegoria.post.write.Target;
import isegoria.post.write.Target.Reach;
import isegoria.post.write.Visibility;
import isegoria.post.write.engagement.EngagementCommand.Bookmark;
import isegoria.post.write.engagement.EngagementCommand.Boost;
import isegoria.post.write.engagement.EngagementCommand.Favourite;
import isegoria.post.write.engagement.EngagementCommand.MuteConversation;
import isegoria.post.write.engagement.EngagementCommand.Unbookmark;
import isegoria.post.write.engagement.EngagementCommand.Unboost;
import isegoria.post.write.engagement.EngagementCommand.Unfavourite;
import isegoria.post.write.engagement.EngagementCommand.UnmuteConversation;
import isegoria.post.write.engagement.EngagementEvent.ConversationMuted;
import isegoria.post.write.engagement.EngagementEvent.ConversationUnmuted;
import isegoria.post.write.engagement.EngagementEvent.PostBookmarked;
import isegoria.post.write.engagement.EngagementEvent.PostBoosted;
import isegoria.post.write.engagement.EngagementEvent.PostFavourited;
import isegoria.post.write.engagement.EngagementEvent.PostUnbookmarked;
import isegoria.post.write.engagement.EngagementEvent.PostUnboosted;
import isegoria.post.write.engagement.EngagementEvent.PostUnfavourited;
import isegoria.post.write.engagement.EngagementRejection.Blocked;
import isegoria.post.write.engagement.EngagementRejection.NoSuchPost;
import isegoria.post.write.engagement.EngagementRejection.NotBoostable;
import isegoria.testkit.DeciderSpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class EngagementDeciderTest {

  private static final Mark MARK = new Mark(new PostId(7), NOON);
  private static final Mark NEXT = new Mark(new PostId(8), NOON);
  private static final Target OPEN = target(Visibility.PUBLIC);
  private static final Boosting BOOSTING = new Boosting(MARK, Visibility.PUBLIC);

  private final DeciderSpec<EngagementCommand, Engagement, EngagementEvent, EngagementRejection>
      engagement = DeciderSpec.of(Aggregates.with(new WordsHash(new byte[32])).engagement());

  @Nested
  final class Favouriting {

    private final PostFavourited liked = new PostFavourited(BO, OPEN, MARK);

    @Test
    void a_post_is_liked_once() {
      engagement.given().when(new Favourite(BO, OPEN, MARK)).then(liked);
      engagement.given(liked).when(new Favourite(BO, OPEN, NEXT)).thenNothing();
    }

    @Test
    void and_the_like_taken_back_once() {
      engagement.given(liked).when(new Unfavourite()).then(new PostUnfavourited(MARK));
      engagement.given(liked, new PostUnfavourited(MARK)).when(new Unfavourite()).thenNothing();
      engagement.given().when(new Unfavourite()).thenNothing();
    }

    @Test
    void it_can_be_given_again() {
      engagement
          .given(liked, new PostUnfavourited(MARK))
          .when(new Favourite(BO, OPEN, NEXT))
          .then(new PostFavourited(BO, OPEN, NEXT));
    }

    @Test
    void what_cannot_be_seen_is_not_liked() {
      engagement
          .given()
          .when(new Favourite(BO, unseen(Reach.MISSING), MARK))
          .thenRejected(new NoSuchPost());
      engagement
          .given(new PostBookmarked(BO, OPEN, MARK))
          .when(new Favourite(BO, unseen(Reach.BLOCKED), MARK))
          .thenRejected(new Blocked());
    }
  }

  @Nested
  final class Boosts {

    @Test
    void a_boost_keeps_its_first_identity() {
      engagement
          .given()
          .when(new Boost(BO, OPEN, MARK, Visibility.PUBLIC))
          .then(new PostBoosted(BO, OPEN, BOOSTING));
      engagement
          .given(new PostBoosted(BO, OPEN, BOOSTING))
          .when(new Boost(BO, OPEN, NEXT, Visibility.PUBLIC))
          .thenNothing();
    }

    @Test
    void it_is_taken_back() {
      engagement
          .given(new PostBoosted(BO, OPEN, BOOSTING))
          .when(new Unboost())
          .then(new PostUnboosted(BOOSTING));
      engagement.given().when(new Unboost()).thenNothing();
    }

    @Test
    void nobody_shows_a_direct_post_to_others() {
      engagement
          .given()
          .when(new Boost(ANA, target(Visibility.DIRECT), MARK, Visibility.PUBLIC))
          .thenRejected(new NotBoostable(Visibility.DIRECT));
    }

    @Test
    void a_private_post_is_boosted_by_its_author_to_the_same_people() {
      Target few = target(Visibility.PRIVATE);
      engagement
          .given()
          .when(new Boost(BO, few, MARK, Visibility.PUBLIC))
          .thenRejected(new NotBoostable(Visibility.PRIVATE));
      engagement
          .given()
          .when(new Boost(ANA, few, MARK, Visibility.PUBLIC))
          .then(new PostBoosted(ANA, few, new Boosting(MARK, Visibility.PRIVATE)));
    }
  }

  @Nested
  final class Keeping {

    @Test
    void a_bookmark_is_set_and_removed_once() {
      PostBookmarked kept = new PostBookmarked(BO, OPEN, MARK);
      engagement.given().when(new Bookmark(BO, OPEN, MARK)).then(kept);
      engagement.given(kept).when(new Bookmark(BO, OPEN, NEXT)).thenNothing();
      engagement.given(kept).when(new Unbookmark()).then(new PostUnbookmarked(MARK));
      engagement.given().when(new Unbookmark()).thenNothing();
    }

    @Test
    void what_was_not_known_of_a_muted_post_is_known_once_it_is_marked() {
      Target guessed =
          new Target(OPEN.post(), BO, Visibility.PRIVATE, OPEN.conversation(), OPEN.reach());
      Engagement muted =
          EngagementDecider.evolve(
              new Engagement.Untouched(), new ConversationMuted(BO, guessed, NOON));
      Engagement liked = EngagementDecider.evolve(muted, new PostFavourited(BO, OPEN, MARK));
      assertThat(liked)
          .isEqualTo(
              Engagement.Engaged.with(BO, OPEN).withConversationMutedAt(NOON).withFavourite(MARK));
    }

    @Test
    void a_thread_is_muted_and_unmuted_once() {
      ConversationMuted muted = new ConversationMuted(BO, OPEN, NOON);
      engagement.given().when(new MuteConversation(BO, OPEN, NOON)).then(muted);
      engagement.given(muted).when(new MuteConversation(BO, OPEN, NOON)).thenNothing();
      engagement.given(muted).when(new UnmuteConversation()).then(new ConversationUnmuted());
      engagement.given().when(new UnmuteConversation()).thenNothing();
    }
  }
}
