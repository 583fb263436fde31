package isegoria.timeline.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import isegoria.accounts.Accounts;
import isegoria.accounts.KnownAccount;
import isegoria.accounts.SanctionsInForce;
import isegoria.accounts.ViewerFilters;
import isegoria.api.ApiJson;
import isegoria.api.Origin;
import isegoria.api.entity.Status;
import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;
import isegoria.events.AvroCodec;
import isegoria.events.Topics;
import isegoria.events.account.FilterEntry;
import isegoria.events.account.FilterKeywordEntry;
import isegoria.events.account.FilteredPostEntry;
import isegoria.events.account.FiltersState;
import isegoria.timeline.feed.memory.NoPosts;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.memory.SamplePosts;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.live.LiveStatus;
import isegoria.timeline.feed.read.post.PostRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What readers' filters say of posts, on pages and to streams. */
final class FilteredTest {

  private static final long ANA = 1;
  private static final long BO = 2;
  private static final long CY = 3;
  private static final long POST = 40;
  private static final long BOOST = 50;
  private static final Slot BOOSTED = new Slot(BOOST, POST, CY, Visibility.PUBLIC);

  private final ViewerFilters filters = new ViewerFilters(Clock.systemUTC());
  private final Pages pages =
      Pages.of(
          new Posts(),
          new Known(),
          new SanctionRestrictions(new SanctionsInForce(), Clock.systemUTC()),
          filters,
          new Origin("https://here.example"),
          new PageTimers(new SimpleMeterRegistry()));

  /** One, by Bo. */
  private static final class Posts extends NoPosts {
    @Override
    public Map<Long, PostRow> posts(Collection<Long> postIds) {
      return postIds.contains(POST)
          ? Map.of(POST, SamplePosts.post(POST, BO, "Go and VOTE", 0))
          : Map.of();
    }
  }

  private record Known() implements Accounts {
    @Override
    public Map<Long, KnownAccount> find(Collection<Long> ids) {
      return ids.stream()
          .collect(
              Collectors.toMap(id -> id, id -> new KnownAccount(profile(id), AccountCounts.NONE)));
    }

    private static AccountProfile profile(long id) {
      return new AccountProfile(
          id,
          "name" + id,
          "",
          "",
          List.of(),
          "",
          "",
          false,
          false,
          null,
          true,
          null,
          "",
          Instant.EPOCH);
    }
  }

  private void filter(long account, String keyword, long post) {
    var entry =
        new FilterEntry(
            "7",
            "Politics",
            List.of("home"),
            "hide",
            null,
            List.of(new FilterKeywordEntry("8", keyword, true)),
            List.of(new FilteredPostEntry("9", Long.toString(post))));
    filters.set(
        account,
        AvroCodec.of(Topics.ACCOUNT_FILTERS, FiltersState.class)
            .encode(new FiltersState(Long.toString(account), List.of(entry), Instant.EPOCH)));
  }

  private Status page(Slot slot, long reader) {
    var graph = new RelationGraph(Clock.systemUTC());
    return pages.show(List.of(slot), graph.reader(reader), (_, _) -> true).getFirst();
  }

  private @Nullable String filteredFor(Slot slot, long reader) {
    return Objects.requireNonNull(pages.live(slot)).filteredFor(reader);
  }

  private Status told(Slot slot, long reader) {
    return ApiJson.read(Objects.requireNonNull(filteredFor(slot, reader)), Status.class);
  }

  private static List<String> found(@Nullable Status status) {
    return Objects.requireNonNull(Objects.requireNonNull(status).filtered()).stream()
        .map(each -> each.keywordMatches() + " " + each.statusMatches())
        .toList();
  }

  @Test
  void a_page_and_a_stream_say_the_same_of_a_post() {
    filter(ANA, "vote", 1);
    assertThat(found(page(Slot.ofPost(POST), ANA))).containsExactly("[VOTE] null");
    assertThat(found(told(Slot.ofPost(POST), ANA))).containsExactly("[VOTE] null");
    assertThat(found(page(Slot.ofPost(POST), CY))).isEmpty();
    assertThat(filteredFor(Slot.ofPost(POST), CY)).isNull();
    assertThat(page(Slot.ofPost(POST), FeedEntry.NO_ACCOUNT).filtered()).isNull();
  }

  @Test
  void a_boost_says_it_of_itself_and_of_what_it_shows() {
    filter(ANA, "vote", BOOST);
    for (Status boost : List.of(page(BOOSTED, ANA), told(BOOSTED, ANA))) {
      assertThat(found(boost)).containsExactly("[VOTE] [" + BOOST + "]");
      assertThat(found(boost.reblog())).isEqualTo(found(boost));
    }
    assertThat(found(page(Slot.ofPost(POST), ANA))).containsExactly("[VOTE] null");
  }

  @Test
  void a_filtered_post_is_found_in_its_boost() {
    filter(ANA, "elections", POST);
    assertThat(found(page(BOOSTED, ANA))).containsExactly("null [" + POST + "]");
  }

  @Test
  void nothing_is_said_of_the_readers_own_post_and_it_is_of_another_that_they_boosted() {
    filter(BO, "vote", POST);
    assertThat(found(page(Slot.ofPost(POST), BO))).isEmpty();
    assertThat(found(page(BOOSTED, BO))).isEmpty();
    assertThat(filteredFor(BOOSTED, BO)).isNull();
    filter(CY, "vote", 1);
    assertThat(found(page(BOOSTED, CY))).containsExactly("[VOTE] null");
  }

  @Test
  void what_all_others_are_told_says_nothing_of_anyones_filters() {
    filter(ANA, "vote", POST);
    LiveStatus live = Objects.requireNonNull(pages.live(BOOSTED));
    assertThat(found(ApiJson.read(live.json(), Status.class))).isEmpty();
    assertThat(pages.live(Slot.ofPost(POST + 1))).isNull();
  }
}
