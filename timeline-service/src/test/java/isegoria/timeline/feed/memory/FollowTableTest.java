package isegoria.timeline.feed.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class FollowTableTest {

  /** What the table must say: account to author to number. */
  private final Map<Long, TreeMap<Integer, Integer>> expected = new HashMap<>();

  private static Map<Integer, Integer> entries(FollowList list) {
    var entries = new TreeMap<Integer, Integer>();
    for (int i = 0; i < list.size(); i++) {
      entries.put(list.author(i), list.shown(i));
    }
    return entries;
  }

  private void change(FollowTable table, long account, int author, int number) {
    TreeMap<Integer, Integer> follows = expected.computeIfAbsent(account, _ -> new TreeMap<>());
    if (number < 0) {
      follows.remove(author);
      table.put(account, table.of(account).without(author));
    } else {
      follows.put(author, number);
      table.put(account, table.of(account).with(author, number));
    }
  }

  private void assertSame(FollowTable table) {
    expected.forEach((account, follows) ->
        assertThat(entries(table.of(account))).as("account " + account).isEqualTo(follows));
  }

  @Nested
  final class Changing {
    @Test
    void whatever_the_order_everybody_follows_whom_they_followed_last() {
      for (long seed = 1; seed <= 5; seed++) {
        expected.clear();
        var random = new SplittableRandom(seed);
        // Leaves and branches of a few, so that each is split, emptied and begun anew.
        var table = new FollowTable(40, 4);
        for (int step = 0; step < 20_000; step++) {
          long account = 1 + random.nextLong(300) * (1L << random.nextInt(40));
          boolean ends = random.nextInt(step < 10_000 ? 4 : 2) == 0;
          change(table, account, random.nextInt(60), ends ? -1 : random.nextInt(3));
        }
        assertSame(table);
        expected.keySet().forEach(account -> table.put(account, FollowList.EMPTY));
        assertThat(table.bytes()).as("nothing is left, seed " + seed).isZero();
      }
    }

    @Test
    void one_who_follows_thousands_stands_beside_those_who_follow_one() {
      var table = new FollowTable();
      for (int author = 0; author < 7_500; author++) {
        change(table, 5_000, author * 31, 0);
      }
      for (long account = 1; account <= 10_000; account += 3) {
        change(table, account, 7, 1);
      }
      assertSame(table);
      assertThat(table.of(5).size()).isZero();
    }
  }

  @Nested
  final class Memory {
    private static final int ACCOUNTS = 1_000_000;

    /** As long between two sign-ups as when 89 million come in ten years. */
    private static final long APART = ((10L * 365 * 86_400_000) << 16) / 89_000_000;

    @Test
    void a_million_followers_of_one_account_take_at_most_eight_bytes_each() {
      var table = new FollowTable();
      for (long account = 1; account <= ACCOUNTS; account++) {
        table.put(account * APART, FollowList.EMPTY.with(0, FollowList.WHOLE));
      }
      assertThat((double) table.bytes() / ACCOUNTS).isBetween(4.0, 8.0);
      assertThat(entries(table.of(ACCOUNTS / 2 * APART))).isEqualTo(Map.of(0, 0));
      assertThat(table.of(ACCOUNTS / 2 * APART + 1).size()).isZero();
    }

    @Test
    void of_those_who_follow_four_hundred_an_edge_takes_at_most_four() {
      var table = new FollowTable();
      var random = new SplittableRandom(3);
      long edges = 0;
      for (long account = 1; account <= 1_000; account++) {
        var authors = random.ints(403, 0, 100_000).sorted().distinct().toArray();
        table.put(account * APART, new FollowList(authors, new int[authors.length]));
        edges += authors.length;
      }
      assertThat((double) table.bytes() / edges).isBetween(1.0, 4.0);
    }
  }
}
