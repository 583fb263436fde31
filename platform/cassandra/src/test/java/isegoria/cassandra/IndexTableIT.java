package isegoria.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Statement;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.cassandra.IndexTable.Entry;
import isegoria.testkit.backing.Backing;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of every cut answer as one sorted list would, and a page never looks at all of one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IndexTableIT {

  private static final long HOUR_IDS = Duration.ofHours(1).toMillis() << 16;
  private static final long FIRST = 490_000 * HOUR_IDS;
  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparingLong(Entry::id).reversed();

  private Cassandra cassandra;

  /** The ways in which lists are cut. */
  enum Cut {
    ONE,
    SHARDED,
    HOURLY,
    HOURLY_SHARDED;

    IndexBuckets buckets() {
      return switch (this) {
        case ONE -> IndexBuckets.ONE;
        case SHARDED -> IndexBuckets.sharded(8);
        case HOURLY -> IndexBuckets.slicedBy(Duration.ofHours(1), 1);
        case HOURLY_SHARDED -> IndexBuckets.slicedBy(Duration.ofHours(1), 4);
      };
    }

    String table() {
      return name().toLowerCase(Locale.ROOT);
    }

    List<SchemaScript> scripts() {
      return List.of(
          new SchemaScript(
              "001-%s.cql".formatted(table().replace('_', '-')),
              """
              CREATE TABLE %1$s (owner bigint, bucket int, id bigint, other bigint,
                PRIMARY KEY ((owner, bucket), id, other))
                WITH CLUSTERING ORDER BY (id DESC, other DESC);
              CREATE TABLE %1$s_slice (owner bigint, slice int, PRIMARY KEY ((owner), slice))
                WITH CLUSTERING ORDER BY (slice DESC);
              """
                  .formatted(table())));
    }
  }

  @BeforeAll
  void open() {
    InetSocketAddress at = Backing.sharedCassandra();
    cassandra =
        Cassandra.open(
            CassandraProperties.local(at.getHostString() + ":" + at.getPort()),
            "index_table_it",
            Stream.of(Cut.values()).flatMap(cut -> cut.scripts().stream()).toList());
  }

  @AfterAll
  void close() {
    cassandra.close();
  }

  private void write(List<? extends Statement<?>> rows) {
    cassandra.writes().writeAll(rows).toCompletableFuture().join();
  }

  @ParameterizedTest
  @EnumSource(Cut.class)
  void every_page_is_what_a_sorted_list_gives(Cut cut) {
    var table = new IndexTable(cassandra, cut.table(), cut.buckets());
    var random = new SplittableRandom(11);
    var model = new TreeSet<>(NEWEST_FIRST);
    long owner = 1;
    for (int i = 0; i < 300; i++) {
      // Busy hours and hours without any.
      long hour = random.nextInt(5) > 0 ? random.nextInt(3) : random.nextInt(400);
      var entry =
          new Entry(FIRST + hour * HOUR_IDS + random.nextLong(HOUR_IDS), random.nextLong(1, 1_000));
      if (model.add(entry)) {
        write(table.put(owner, entry, 1));
        write(table.put(owner + 1, new Entry(entry.id() + 1, 7), 1));
      }
    }
    for (int i = 0; i < 40; i++) {
      Entry gone = List.copyOf(model).get(random.nextInt(model.size()));
      model.remove(gone);
      write(List.of(table.remove(owner, gone, 2)));
      write(table.put(owner, gone, 1));
    }
    List<Entry> all = List.copyOf(model);
    for (int i = 0; i < 60; i++) {
      long one = random.nextInt(6) == 0 ? 0 : all.get(random.nextInt(all.size())).id();
      long other =
          random.nextInt(6) == 0 ? Long.MAX_VALUE : all.get(random.nextInt(all.size())).id();
      var range =
          new Page(
              random.nextInt(50), Math.max(one, other), Math.min(one, other), random.nextBoolean());
      PageOf<Entry> found = table.page(owner, range);
      assertThat(found.entries()).as("%s of %s", range, cut).isEqualTo(range.of(all, Entry::id));
      assertThat(found.leftOff()).isEmpty();
    }
    for (boolean fromOldest : new boolean[] {true, false}) {
      var walked = new ArrayList<Entry>();
      table
          .walk(owner, new Page(17, Page.NEWEST, Page.OLDEST, fromOldest))
          .forEachRemaining(walked::add);
      assertThat(walked).isEqualTo(fromOldest ? all.reversed() : all);
    }
  }

  @Test
  void a_page_over_hours_whose_entries_are_gone_is_bounded_and_leads_on() {
    var table = new IndexTable(cassandra, Cut.HOURLY.table(), Cut.HOURLY.buckets());
    long owner = 3;
    int hours = 2 * IndexTable.SLICES_PER_PAGE_MAX + 5;
    for (int hour = 0; hour < hours; hour++) {
      var entry = new Entry(FIRST + hour * HOUR_IDS, 1);
      write(table.put(owner, entry, 1));
      if (hour > 0 && hour < hours - 1) {
        write(List.of(table.remove(owner, entry, 2)));
      }
    }
    var first = new Entry(FIRST, 1);
    var last = new Entry(FIRST + (hours - 1) * HOUR_IDS, 1);
    for (boolean fromOldest : new boolean[] {true, false}) {
      var range = new Page(40, Page.NEWEST, Page.OLDEST, fromOldest);
      var found = new ArrayList<Entry>();
      int pages = 0;
      long before = cassandra.reads().sent();
      for (OptionalLong next = OptionalLong.of(0); next.isPresent(); pages++) {
        PageOf<Entry> page = table.page(owner, range);
        assertThat(cassandra.reads().sent() - before)
            .isLessThanOrEqualTo(IndexTable.SLICES_PER_PAGE_MAX + 1);
        before = cassandra.reads().sent();
        found.addAll(page.entries());
        next = page.next(range, Entry::id);
        range = next.isPresent() ? range.beyond(next.getAsLong()) : range;
      }
      assertThat(pages).isEqualTo(3);
      assertThat(found).isEqualTo(fromOldest ? List.of(first, last) : List.of(last, first));
    }
  }

  @Test
  void the_first_entries_of_many_lists_come_in_the_order_of_their_owners() {
    var table = new IndexTable(cassandra, Cut.ONE.table(), Cut.ONE.buckets());
    for (long owner = 10; owner < 13; owner++) {
      for (long id = 1; id <= owner; id++) {
        write(table.put(owner, new Entry(id, owner), 1));
      }
    }
    assertThat(
            table.firstOfEach(List.of(12L, 99L, 10L), new Page(2, Page.NEWEST, Page.OLDEST, true)))
        .containsExactly(
            List.of(new Entry(1, 12), new Entry(2, 12)),
            List.of(),
            List.of(new Entry(1, 10), new Entry(2, 10)));
  }
}
