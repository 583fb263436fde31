package isegoria.post.kafka;

import static isegoria.post.write.Samples.ANA;
import static isegoria.post.write.Samples.BO;
import static isegoria.post.write.Samples.HELLO;
import static isegoria.post.write.Samples.HELLO_ID;
import static isegoria.post.write.Samples.NOON;
import static isegoria.post.write.Samples.OTHER_WORDS;
import static isegoria.post.write.Samples.target;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.PostId;
import isegoria.events.Topics;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Recorded;
import isegoria.post.kafka.PostCommands.Aggregates;
import isegoria.post.write.Visibility;
import isegoria.post.write.engagement.Boosting;
import isegoria.post.write.engagement.Engagement.Engaged;
import isegoria.post.write.engagement.EngagementEvent;
import isegoria.post.write.engagement.EngagementEvent.PostBookmarked;
import isegoria.post.write.engagement.EngagementEvent.PostBoosted;
import isegoria.post.write.engagement.EngagementEvent.PostFavourited;
import isegoria.post.write.engagement.EngagementEvent.PostUnboosted;
import isegoria.post.write.engagement.Mark;
import isegoria.post.write.pins.PinnedPost;
import isegoria.post.write.pins.Pins.Pinned;
import isegoria.post.write.pins.PinsEvent.PostPinned;
import isegoria.post.write.post.Placement;
import isegoria.post.write.post.Post;
import isegoria.post.write.post.PostEvent;
import isegoria.post.write.post.PostEvent.PostDeleted;
import isegoria.post.write.post.PostEvent.PostEdited;
import isegoria.post.write.post.PostEvent.PostRemoved;
import isegoria.post.write.post.PostEvent.PostRestored;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PublicationTest {

  private static final Aggregates AGGREGATES = Aggregates.with(new WordsHash(new byte[32]));

  /** What becomes of the last event after the others. */
  static <S, E> List<Publication> published(
      AggregateType<?, S, E, ?> aggregateType, String key, List<E> history) {
    Decider<?, S, E, ?> decider = aggregateType.decider();
    List<E> before = history.subList(0, history.size() - 1);
    S from = decider.evolve(decider.initial(), before);
    List<E> last = List.of(history.getLast());
    return aggregateType
        .publisher()
        .publish(
            new Recorded<>(
                key,
                "c" + history.size(),
                ANA.toString(),
                "",
                NOON,
                NOON,
                history.size(),
                from,
                decider.evolve(from, last),
                last));
  }

  /** Topic, type, and whether there is a value. */
  private static List<String> shape(List<Publication> publications) {
    return publications.stream()
        .map(p -> p.topic() + " " + p.type() + (p.value() == null ? " gone" : ""))
        .toList();
  }

  @Test
  void an_aggregate_that_cannot_be_read_leaves_nothing_of_an_erased_owner() {
    var placement = new Placement(Visibility.DIRECT, null, HELLO_ID);
    assertThat(AGGREGATES.post().unreadableErased(ANA + "/post/" + HELLO_ID))
        .isEqualTo(new Post.Deleted(HELLO_ID, ANA, placement));
    assertThat(AGGREGATES.engagement().unreadableErased(ANA + "/engagement/" + HELLO_ID))
        .isInstanceOfSatisfying(Engaged.class, left -> assertThat(left.isBare()).isTrue());
    assertThat(AGGREGATES.pins().unreadableErased(ANA + "/pins"))
        .isEqualTo(new Pinned(ANA, List.of()));
  }

  @Nested
  final class Posts {

    private List<Publication> of(PostEvent... history) {
      return published(AGGREGATES.post(), ANA + "/post/" + HELLO_ID, List.of(history));
    }

    @Test
    void an_open_post_is_told_in_the_open() {
      assertThat(shape(of(HELLO)))
          .containsExactly("post.events.v1 published", "post.states.v1 post");
      assertThat(shape(of(HELLO, new PostEdited(OTHER_WORDS, 2, NOON))))
          .containsExactly("post.events.v1 edited", "post.states.v1 post");
      assertThat(shape(of(HELLO, new PostDeleted())))
          .containsExactly("post.events.v1 deleted", "post.states.v1 post gone");
    }

    @Test
    void any_other_is_not() {
      for (Visibility few : List.of(Visibility.PRIVATE, Visibility.DIRECT)) {
        assertThat(shape(of(PublicationTest.few(few))))
            .containsExactly("post.private-events.v1 published", "post.private-states.v1 post");
        assertThat(shape(of(PublicationTest.few(few), new PostDeleted())))
            .containsExactly("post.private-events.v1 deleted", "post.private-states.v1 post gone");
      }
    }

    @Test
    void words_stand_in_states_only() {
      for (Publication publication : of(HELLO)) {
        String bytes = new String(publication.value(), StandardCharsets.ISO_8859_1);
        boolean isState = publication.topic().equals(Topics.POST_STATES);
        assertThat(bytes.contains("Hello")).isEqualTo(isState);
      }
    }

    @Test
    void what_a_sanction_took_down_is_told_gone_once_and_may_come_back() {
      assertThat(shape(of(HELLO, new PostRemoved("s"))))
          .containsExactly("post.events.v1 deleted", "post.states.v1 post gone");
      assertThat(shape(of(HELLO, new PostRemoved("s"), new PostDeleted())))
          .containsExactly("post.states.v1 post gone");
      assertThat(shape(of(HELLO, new PostRemoved("s"), new PostRestored("s"))))
          .containsExactly("post.events.v1 published", "post.states.v1 post");
    }
  }

  private static PostEvent few(Visibility visibility) {
    return isegoria.post.write.Samples.published(HELLO_ID, ANA, visibility);
  }

  @Nested
  final class Engagements {

    private final Mark mark = new Mark(new PostId(7), NOON);

    private List<Publication> of(EngagementEvent... history) {
      return published(AGGREGATES.engagement(), BO + "/engagement/" + HELLO_ID, List.of(history));
    }

    @Test
    void a_like_of_an_open_post_is_told_in_the_open() {
      assertThat(shape(of(new PostFavourited(BO, target(Visibility.PUBLIC), mark))))
          .containsExactly("post.events.v1 favourited", "post.private-states.v1 engagement");
      assertThat(shape(of(new PostFavourited(BO, target(Visibility.PRIVATE), mark))))
          .containsExactly(
              "post.private-events.v1 favourited", "post.private-states.v1 engagement");
    }

    @Test
    void a_bookmark_never_is() {
      assertThat(shape(of(new PostBookmarked(BO, target(Visibility.PUBLIC), mark))))
          .containsExactly(
              "post.private-events.v1 bookmarked", "post.private-states.v1 engagement");
    }

    @Test
    void a_boost_has_a_state_of_its_own() {
      PostBoosted boosted =
          new PostBoosted(BO, target(Visibility.PUBLIC), new Boosting(mark, Visibility.PUBLIC));
      assertThat(shape(of(boosted)))
          .containsExactly(
              "post.events.v1 boosted",
              "post.states.v1 boost",
              "post.private-states.v1 engagement");
      assertThat(shape(of(boosted, new PostUnboosted(boosted.boost()))))
          .containsExactly(
              "post.events.v1 unboosted",
              "post.states.v1 boost gone",
              "post.private-states.v1 engagement gone");
      assertThat(of(boosted).get(1).key()).isEqualTo(BO + "/boost/7");
    }

    @Test
    void a_boost_for_followers_has_one_among_the_restricted() {
      PostBoosted boosted =
          new PostBoosted(BO, target(Visibility.PUBLIC), new Boosting(mark, Visibility.PRIVATE));
      assertThat(shape(of(boosted)))
          .containsExactly(
              "post.private-events.v1 boosted",
              "post.private-states.v1 boost",
              "post.private-states.v1 engagement");
      assertThat(shape(of(boosted, new PostUnboosted(boosted.boost()))))
          .containsExactly(
              "post.private-events.v1 unboosted",
              "post.private-states.v1 boost gone",
              "post.private-states.v1 engagement gone");
    }
  }

  @Test
  void pins_of_private_posts_stay_out_of_the_open_state() {
    PostPinned few = new PostPinned(ANA, new PinnedPost(HELLO_ID, Visibility.PRIVATE));
    assertThat(shape(published(AGGREGATES.pins(), ANA + "/pins", List.of(few))))
        .containsExactly("post.private-events.v1 pinned", "post.states.v1 pins gone");
    PostPinned open = new PostPinned(ANA, new PinnedPost(HELLO_ID, Visibility.UNLISTED));
    assertThat(shape(published(AGGREGATES.pins(), ANA + "/pins", List.of(open))))
        .containsExactly("post.events.v1 pinned", "post.states.v1 pins");
  }
}
