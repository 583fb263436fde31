package isegoria.account.write.tag;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.kafka.AccountAggregates;
import isegoria.account.write.tag.FollowedTags.FollowedTag;
import isegoria.account.write.tag.FollowedTagsCommand.Follow;
import isegoria.account.write.tag.FollowedTagsCommand.Unfollow;
import isegoria.account.write.tag.FollowedTagsEvent.TagFollowed;
import isegoria.account.write.tag.FollowedTagsEvent.TagUnfollowed;
import isegoria.account.write.tag.FollowedTagsRejection.TooManyTags;
import isegoria.events.AccountId;
import isegoria.testkit.DeciderSpec;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class FollowedTagsDeciderTest {

  private static final AccountId ANA = new AccountId(1);
  private static final TagFollowed CATS = new TagFollowed(ANA, "cats", 10);

  private final DeciderSpec<
          FollowedTagsCommand, FollowedTags, FollowedTagsEvent, FollowedTagsRejection>
      tags = DeciderSpec.of(AccountAggregates.with((stream, words) -> "hash").followedTags());

  private static TagFollowed[] full() {
    return LongStream.range(0, FollowedTags.TAGS_MAX)
        .mapToObj(id -> new TagFollowed(ANA, "tag" + id, id))
        .toArray(TagFollowed[]::new);
  }

  @Test
  void a_tag_is_followed_once() {
    tags.given().when(new Follow(ANA, "cats", 10)).then(CATS);
    tags.given(CATS).when(new Follow(ANA, "cats", 11)).thenNothing();
  }

  @Test
  void it_is_followed_no_more() {
    tags.given(CATS).when(new Unfollow(ANA, "cats")).then(new TagUnfollowed(ANA, "cats"));
    tags.given().when(new Unfollow(ANA, "cats")).thenNothing();
  }

  @Test
  void it_may_be_followed_again() {
    tags.given(CATS, new TagUnfollowed(ANA, "cats"))
        .when(new Follow(ANA, "cats", 12))
        .then(new TagFollowed(ANA, "cats", 12));
  }

  @Test
  void there_is_an_end_to_how_many() {
    tags.given(full())
        .when(new Follow(ANA, "cats", 1_000))
        .thenRejected(new TooManyTags(FollowedTags.TAGS_MAX));
    tags.given(full()).when(new Follow(ANA, "tag7", 1_000)).thenNothing();
    tags.given(full()).when(new Unfollow(ANA, "tag7")).then(new TagUnfollowed(ANA, "tag7"));
  }

  @Test
  void the_newest_follow_comes_first() {
    FollowedTags both =
        FollowedTagsDecider.FOLLOWED_TAGS.evolve(
            FollowedTags.NONE, List.of(CATS, new TagFollowed(ANA, "dogs", 11)));
    assertThat(both.tags())
        .containsExactly(new FollowedTag("dogs", 11), new FollowedTag("cats", 10));
  }
}
