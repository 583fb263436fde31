package isegoria.timeline.streaming.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.memory.NoPosts;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.live.LiveStatus;
import isegoria.timeline.feed.read.live.OwnFeed;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import isegoria.timeline.home.read.HomeDefinition;
import isegoria.timeline.streaming.read.Asked;
import isegoria.timeline.streaming.read.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PostEventsTest {

  private static final long ANA = 1;
  private static final long BO = 2;
  private static final long CY = 3;
  private static final long ANAS_LIST = 70;

  private final RelationGraph graph = new RelationGraph(Clock.systemUTC());
  private final OpenFollows follows = new OpenFollows(graph);
  private final OpenStreams streams = new OpenStreams(100, follows);
  private final Map<Long, PostRow> copies = new HashMap<>();
  private final Set<Long> limited = new HashSet<>();
  private long listed;
  private final List<Long> rendered = new ArrayList<>();
  private final Set<Long> filtering = new HashSet<>();
  private final Restrictions restrictions = new Limits();
  private final PostEvents events =
      new PostEvents(
          streams, follows, graph, restrictions, new Homes(), new Copies(), this::render);

  private final class Limits implements Restrictions {
    @Override
    public boolean isSuspended(long accountId) {
      return false;
    }

    @Override
    public boolean isLimited(long accountId) {
      return limited.contains(accountId);
    }

    @Override
    public boolean isRemoved(long postId, long authorId) {
      return false;
    }
  }

  /** Homes, and one list of Ana's, of those whom {@code listed} has. */
  private final class Homes implements OwnFeed {
    @Override
    public boolean shows(FeedEntry entry, long account) {
      return HomeDefinition.isCandidate(entry, graph.glance(account), restrictions);
    }

    @Override
    public List<Long> lists(long account) {
      return account == ANA ? List.of(ANAS_LIST) : List.of();
    }

    @Override
    public boolean listShows(FeedEntry entry, long account, long list) {
      return list == ANAS_LIST && entry.actorId() == listed;
    }
  }

  private final class Copies extends NoPosts {
    @Override
    public Map<Long, PostRow> posts(Collection<Long> postIds) {
      var found = new HashMap<>(copies);
      found.keySet().retainAll(postIds);
      return found;
    }
  }

  private @Nullable LiveStatus render(Slot slot) {
    rendered.add(slot.id());
    return new Rendered(slot.id());
  }

  /** Those who filter see that it is filtered for them. */
  private final class Rendered implements LiveStatus {
    private final long id;

    Rendered(long id) {
      this.id = id;
    }

    @Override
    public String json() {
      return Long.toString(id);
    }

    @Override
    public @Nullable String filteredFor(long readerId) {
      return filtering.contains(readerId) ? id + " filtered for " + readerId : null;
    }
  }

  private static PostRow post(long id, long author, Visibility visibility, String... tags) {
    return new PostRow(
        id,
        author,
        "words",
        "",
        visibility,
        false,
        null,
        null,
        null,
        List.of(),
        List.of(tags),
        0,
        null,
        null,
        1,
        Instant.EPOCH,
        null);
  }

  private static PostRow edited(PostRow post) {
    return new PostRow(
        post.id(),
        post.authorId(),
        "others",
        "",
        post.visibility(),
        false,
        null,
        null,
        null,
        List.of(),
        post.tags(),
        0,
        null,
        null,
        post.revision() + 1,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private Ear ear(long account, String stream, @Nullable String tag) {
    var ear = new Ear(account);
    streams.opened(ear);
    streams.joined(ear, (Channel) Asked.of(stream, tag, Long.toString(ANAS_LIST)));
    return ear;
  }

  private void relate(long low, long high, Side lowSide, Side highSide) {
    var relation = new Relation(low, high, lowSide, highSide);
    graph.set(relation);
    follows.related(relation);
  }

  private void anaFollowsBo() {
    relate(ANA, BO, Side.following(Follow.WHOLE), Side.NOTHING);
  }

  private PostRow publish(PostRow post) {
    copies.put(post.id(), post);
    events.appeared(post.entry());
    events.stands(post);
    return post;
  }

  @Test
  void a_post_is_told_to_open_homes_once_both_the_log_and_the_copies_have_it() {
    anaFollowsBo();
    Ear ana = ear(ANA, "user", null);
    Ear bo = ear(BO, "user", null);
    Ear cy = ear(CY, "user", null);
    events.appeared(post(10, BO, Visibility.PUBLIC).entry());
    assertThat(ana.news()).isEmpty();
    events.stands(post(10, BO, Visibility.PUBLIC));
    assertThat(ana.news()).containsExactly("user update 10");
    assertThat(bo.news()).containsExactly("user update 10");
    events.stands(post(11, BO, Visibility.PUBLIC));
    assertThat(ana.news()).isEmpty();
    events.appeared(post(11, BO, Visibility.PUBLIC).entry());
    assertThat(ana.news()).containsExactly("user update 11");
    assertThat(cy.news()).isEmpty();
  }

  @Test
  void a_post_is_rendered_once_for_all_and_not_at_all_for_none() {
    publish(post(10, BO, Visibility.PUBLIC));
    assertThat(rendered).isEmpty();
    anaFollowsBo();
    Ear one = ear(ANA, "user", null);
    Ear two = ear(ANA, "public", null);
    publish(post(11, BO, Visibility.PUBLIC));
    assertThat(rendered).containsExactly(11L);
    assertThat(one.news()).containsExactly("user update 11");
    assertThat(two.news()).containsExactly("public update 11");
  }

  @Test
  void a_post_comes_to_each_with_what_their_own_filters_say_of_it() {
    anaFollowsBo();
    filtering.add(ANA);
    Ear home = ear(ANA, "user", null);
    Ear open = ear(ANA, "public", null);
    Ear own = ear(BO, "user", null);
    Ear other = ear(CY, "public", null);
    publish(post(11, BO, Visibility.PUBLIC));
    assertThat(home.news()).containsExactly("user update 11 filtered for 1");
    assertThat(open.news()).containsExactly("public update 11 filtered for 1");
    assertThat(own.news()).containsExactly("user update 11");
    assertThat(other.news()).containsExactly("public update 11");
    assertThat(rendered).containsExactly(11L);
  }

  @Test
  void posts_for_few_are_told_to_those_few() {
    anaFollowsBo();
    Ear ana = ear(ANA, "user", null);
    Ear all = ear(ANA, "public", null);
    publish(post(10, BO, Visibility.PRIVATE));
    publish(post(11, BO, Visibility.DIRECT));
    publish(post(12, BO, Visibility.UNLISTED));
    assertThat(ana.news()).containsExactly("user update 10", "user update 12");
    assertThat(all.news()).isEmpty();
  }

  @Test
  void the_public_feed_and_its_tags_are_told_what_their_pages_show() {
    Ear all = ear(CY, "public", null);
    Ear media = ear(CY, "public:media", null);
    Ear remote = ear(CY, "public:remote", null);
    Ear cats = ear(CY, "hashtag", "Cats");
    publish(post(10, BO, Visibility.PUBLIC, "cats"));
    publish(post(11, BO, Visibility.PUBLIC, "dogs"));
    limited.add(BO);
    publish(post(12, BO, Visibility.PUBLIC, "cats"));
    assertThat(all.news()).containsExactly("public update 10", "public update 11");
    assertThat(cats.news()).containsExactly("hashtag Cats update 10");
    assertThat(media.news()).isEmpty();
    assertThat(remote.news()).isEmpty();
  }

  @Test
  void a_block_a_mute_and_an_unfollow_end_it_from_the_next_post_on() {
    anaFollowsBo();
    Ear home = ear(ANA, "user", null);
    Ear all = ear(ANA, "public", null);
    publish(post(10, BO, Visibility.PUBLIC));
    relate(ANA, BO, Side.following(Follow.WHOLE).muting(Instant.MAX), Side.NOTHING);
    publish(post(11, BO, Visibility.PUBLIC));
    relate(ANA, BO, Side.NOTHING, Side.blocking());
    publish(post(12, BO, Visibility.PUBLIC));
    relate(ANA, BO, Side.NOTHING, Side.NOTHING);
    publish(post(13, BO, Visibility.PUBLIC));
    assertThat(home.news()).containsExactly("user update 10");
    assertThat(all.news()).containsExactly("public update 10", "public update 13");
  }

  @Test
  void an_edit_is_told_as_one_and_an_edit_of_what_was_not_told_yet_is_not() {
    anaFollowsBo();
    Ear ana = ear(ANA, "user", null);
    PostRow first = publish(post(10, BO, Visibility.PUBLIC));
    events.stands(edited(first));
    assertThat(ana.news()).containsExactly("user update 10", "user status.update 10");
    PostRow second = post(11, BO, Visibility.PUBLIC);
    events.stands(second);
    events.stands(edited(second));
    events.appeared(second.entry());
    assertThat(ana.news()).containsExactly("user update 11");
  }

  @Test
  void a_deletion_is_told_once_wherever_the_post_was_shown() {
    anaFollowsBo();
    Ear ana = ear(ANA, "user", null);
    Ear all = ear(CY, "public", null);
    Ear cats = ear(CY, "hashtag", "cats");
    PostRow post = publish(post(10, BO, Visibility.PUBLIC, "cats"));
    List.of(ana, all, cats).forEach(Ear::news);
    events.removed(10, post.entry());
    events.gone(10, BO, post, true);
    assertThat(ana.news()).containsExactly("user delete 10");
    assertThat(all.news()).containsExactly("public delete 10");
    assertThat(cats.news()).containsExactly("hashtag cats delete 10");
    events.gone(9, BO, null, true);
    events.removed(9, null);
    assertThat(ana.news()).containsExactly("user delete 9");
  }

  @Test
  void that_there_was_a_post_for_others_is_not_told() {
    anaFollowsBo();
    Ear ana = ear(ANA, "user", null);
    Ear bo = ear(BO, "user", null);
    Ear all = ear(CY, "public", null);
    PostRow direct = publish(post(10, BO, Visibility.DIRECT));
    events.removed(10, direct.entry());
    events.gone(10, BO, direct, false);
    events.gone(9, BO, null, false);
    assertThat(ana.news()).isEmpty();
    assertThat(all.news()).isEmpty();
    assertThat(bo.news()).containsExactly("user update 10", "user delete 10", "user delete 9");
  }

  @Test
  void a_boost_waits_for_what_it_shows_and_goes_with_it() {
    anaFollowsBo();
    Ear ana = ear(ANA, "user", null);
    FeedEntry boost = FeedEntry.boost(20, BO, 10, CY, Visibility.PUBLIC);
    events.appeared(boost);
    assertThat(ana.news()).isEmpty();
    PostRow post = publish(post(10, CY, Visibility.PUBLIC));
    assertThat(ana.news()).containsExactly("user update 20");
    events.removed(10, post.entry());
    events.gone(10, CY, post, true);
    assertThat(ana.news()).containsExactly("user delete 20");
  }

  @Test
  void a_boost_that_is_taken_back_is_told_as_a_deletion() {
    anaFollowsBo();
    Ear ana = ear(ANA, "user", null);
    publish(post(10, CY, Visibility.PUBLIC));
    FeedEntry boost = FeedEntry.boost(20, BO, 10, CY, Visibility.PUBLIC);
    events.appeared(boost);
    events.removed(20, boost);
    events.gone(20, BO, null, true);
    assertThat(ana.news()).containsExactly("user update 20", "user delete 20");
  }

  @Test
  void a_list_is_told_to_its_owner_what_its_pages_show() {
    anaFollowsBo();
    relate(ANA, CY, Side.following(Follow.WHOLE), Side.NOTHING);
    Ear ana = ear(ANA, "list", null);
    Ear cy = ear(CY, "list", null);
    listed = BO;
    PostRow post = publish(post(10, BO, Visibility.PUBLIC));
    publish(post(11, CY, Visibility.PUBLIC));
    assertThat(ana.news()).containsExactly("list 70 update 10");
    events.removed(10, post.entry());
    assertThat(ana.news()).containsExactly("list 70 delete 10");
    assertThat(cy.news()).isEmpty();
  }

  @Test
  void one_that_is_closed_hears_no_more() {
    anaFollowsBo();
    Ear ana = ear(ANA, "user", null);
    streams.closed(ana, List.of((Channel) Asked.of("user", null, null)));
    publish(post(10, BO, Visibility.PUBLIC));
    assertThat(ana.news()).isEmpty();
    assertThat(rendered).isEmpty();
  }
}
