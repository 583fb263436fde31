package isegoria.timeline.feed.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.CassandraProperties;
import isegoria.testkit.backing.Backing;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.feed.read.EntryLog;
import isegoria.timeline.feed.read.EntryLog.Slice;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedKey;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.post.Engagement;
import isegoria.timeline.feed.read.post.PostChange;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import isegoria.timeline.feed.read.shared.SharedFeed;
import isegoria.timeline.home.read.PlainReader;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Feeds on disk: read in steps, in either direction, they are what was written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FeedTablesIT {

  private static final long ANA = 1;
  private static final int AUTHORS = 6;
  private static final byte[] STATE = {1, 2, 3};

  private final RelationGraph graph = new RelationGraph(InstantSource.system());
  private final List<FeedEntry> written = new ArrayList<>();
  private Cassandra cassandra;
  private PostRows rows;

  @BeforeAll
  void write() {
    InetSocketAddress at = Backing.sharedCassandra();
    cassandra =
        Cassandra.open(
            CassandraProperties.local(at.getHostString() + ":" + at.getPort()), "feed_tables");
    rows = new PostRows(cassandra);
    for (long author = 2; author <= AUTHORS; author++) {
      graph.set(new Relation(ANA, author, Side.following(Follow.WHOLE), Side.NOTHING));
    }
    var random = new SplittableRandom(5);
    long id = Instant.parse("2025-11-20T00:00:00Z").toEpochMilli() << 16;
    for (int i = 0; i < 300; i++) {
      id += random.nextLong(1, 86_400_000L << 16);
      // Most is by two of them, so that one author fills more than a step.
      long author = random.nextInt(3) > 0 ? 1 + random.nextLong(2) : 1 + random.nextLong(AUTHORS);
      put(FeedEntry.post(id, author, 0, Visibility.PUBLIC, "en"));
    }
    for (int i = 0; i < 20; i++) {
      FeedEntry gone = written.remove(random.nextInt(written.size()));
      apply(new PostChange.PostGone(gone.actorId(), gone.id()), 2);
    }
  }

  @AfterAll
  void close() {
    cassandra.close();
  }

  private void put(FeedEntry entry) {
    written.add(entry);
    apply(new PostChange.PostStands(copy(entry, List.of())), 1);
  }

  private void apply(PostChange change, long writtenAt) {
    rows.apply(change, STATE, false, writtenAt).toCompletableFuture().join();
  }

  private static PostRow copy(FeedEntry entry, List<String> tags) {
    return new PostRow(
        entry.id(),
        entry.actorId(),
        "",
        "",
        entry.visibility(),
        false,
        entry.language(),
        null,
        null,
        List.of(),
        tags,
        0,
        null,
        null,
        1,
        Instant.EPOCH,
        null);
  }

  @Test
  void the_logs_of_many_authors_read_as_one_in_either_direction() {
    var logs = new AuthorLogs(cassandra);
    var down = new ArrayList<FeedEntry>();
    long cursor = Long.MAX_VALUE;
    Slice slice;
    do {
      slice = logs.older(graph.reader(ANA), cursor, 1);
      down.addAll(slice.entries());
      assertThat(slice.ended() || slice.reached() < cursor || !slice.entries().isEmpty()).isTrue();
      cursor = slice.reached();
    } while (!slice.ended());
    assertThat(down).isEqualTo(written.stream().sorted(FeedEntry.NEWEST_FIRST).toList());

    var up = new ArrayList<FeedEntry>();
    cursor = 0;
    do {
      slice = logs.newer(graph.reader(ANA), cursor, 1);
      up.addAll(slice.entries());
      cursor = slice.reached();
    } while (!slice.ended());
    assertThat(up).isEqualTo(down.reversed());
  }

  /** Each page has 64 questions under way: together thrice what the driver takes for one node. */
  @Test
  void two_hundred_pages_at_once_that_ask_their_authors_logs_all_succeed() {
    var followed = new HashMap<Long, Follow>();
    LongStream.rangeClosed(2, 120).forEach(author -> followed.put(author, Follow.WHOLE));
    var logs = new AuthorLogs(cassandra);
    Reader reader = new PlainReader(ANA, followed, Set.of(), Set.of());
    List<FeedEntry> page = logs.older(reader, Long.MAX_VALUE, 20).entries();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var pages = new ArrayList<CompletableFuture<Slice>>();
      for (int i = 0; i < 200; i++) {
        pages.add(
            CompletableFuture.supplyAsync(() -> logs.older(reader, Long.MAX_VALUE, 20), threads));
      }
      assertThat(pages).allSatisfy(each -> assertThat(each.join().entries()).isEqualTo(page));
    }
    assertThat(page).isNotEmpty();
    assertThat(cassandra.reads().waited()).isPositive();
  }

  @Test
  void a_step_over_years_whose_posts_are_gone_ends_and_says_how_far_it_came() {
    long author = 500;
    int months = 2 * AuthorLogs.MONTHS_PER_STEP_MAX + 3;
    for (int month = 0; month < months; month++) {
      long id = Buckets.firstIdOfMonth(24_000 + month);
      var entry = FeedEntry.post(id, author, 0, Visibility.PUBLIC, "en");
      apply(new PostChange.PostStands(copy(entry, List.of())), 1);
      if (month > 0 && month < months - 1) {
        apply(new PostChange.PostGone(author, id), 2);
      }
    }
    var logs = new AuthorLogs(cassandra);
    var first = logs.olderOf(author, Buckets.firstIdOfMonth(24_000 + months - 1), 5);
    assertThat(first)
        .isEqualTo(
            new Slice(
                List.of(),
                Buckets.firstIdOfMonth(24_000 + months - AuthorLogs.MONTHS_PER_STEP_MAX),
                false));
    assertThat(logs.newerOf(author, Buckets.firstIdOfMonth(24_000), 5).entries()).isEmpty();
    long cursor = Long.MAX_VALUE;
    var found = new ArrayList<Long>();
    for (Slice slice = logs.olderOf(author, cursor, 5); !slice.ended(); ) {
      slice.entries().forEach(entry -> found.add(entry.id()));
      slice = logs.olderOf(author, slice.reached(), 5);
    }
    assertThat(found)
        .containsExactly(
            Buckets.firstIdOfMonth(24_000 + months - 1), Buckets.firstIdOfMonth(24_000));
  }

  @Test
  void who_is_muted_is_not_asked() {
    var logs = new AuthorLogs(cassandra);
    for (long author = 3; author <= AUTHORS; author++) {
      graph.set(new Relation(author, 8, Side.NOTHING, Side.following(Follow.WHOLE)));
    }
    Side muted = Side.following(Follow.WHOLE).muting(Instant.MAX);
    graph.set(new Relation(2, 8, Side.NOTHING, muted));
    Reader reader = graph.reader(8);
    var read = new ArrayList<Long>();
    long cursor = Long.MAX_VALUE;
    Slice slice;
    EntryLog ofPage = logs.forPage(reader);
    do {
      slice = ofPage.older(reader, cursor, 1);
      slice.entries().forEach(entry -> read.add(entry.actorId()));
      cursor = slice.reached();
    } while (!slice.ended());
    assertThat(read).doesNotContain(2L).contains(3L);
  }

  @Test
  void entries_are_found_by_their_keys_and_gone_ones_are_not() {
    var logs = new AuthorLogs(cassandra);
    FeedEntry here = written.get(7);
    assertThat(
            logs.entries(
                List.of(new FeedKey(here.id(), here.actorId()), new FeedKey(here.id() + 1, ANA))))
        .containsExactly(here);
  }

  @Test
  void a_shared_feed_is_read_over_its_hours_and_shards() {
    var feeds = new CassandraSharedFeeds(cassandra);
    var down = new ArrayList<Long>();
    for (OptionalLong next = OptionalLong.of(Page.NEWEST); next.isPresent(); ) {
      var page = new Page(17, next.getAsLong(), Page.OLDEST, false);
      PageOf<Long> found = feeds.page(SharedFeed.PUBLIC, page);
      down.addAll(found.entries());
      next = found.next(page, Long::longValue);
    }
    assertThat(down)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder())
        .containsAll(written.stream().map(FeedEntry::id).toList());
    long middle = down.get(down.size() / 2);
    assertThat(feeds.page(SharedFeed.PUBLIC, new Page(9, Page.NEWEST, middle, true)).entries())
        .isEqualTo(down.subList(down.size() / 2 - 9, down.size() / 2));
    assertThat(feeds.page(SharedFeed.ofTag("none"), Page.first(9)).entries()).isEmpty();
  }

  @Test
  void the_newest_write_of_a_row_wins_whatever_comes_last() {
    var posts = new CassandraPosts(cassandra, (_, _) -> copy(written.getFirst(), List.of()));
    long post = written.get(3).id();
    int month = Buckets.monthOf(post);
    var liked = new Engagement(true, false, false, false);
    apply(new PostChange.EngagementStands(ANA, post, liked), 10);
    apply(new PostChange.EngagementStands(ANA, post, Engagement.NONE), 9);
    assertThat(posts.engagements(ANA, month)).isEqualTo(Map.of(post, liked));
    apply(new PostChange.EngagementStands(ANA, post, Engagement.NONE), 11);
    assertThat(posts.engagements(ANA, month)).isEmpty();
    apply(new PostChange.PinsStand(ANA, List.of(3L, 2L)), 1);
    assertThat(posts.pins(ANA)).containsExactly(3L, 2L);
  }
}
