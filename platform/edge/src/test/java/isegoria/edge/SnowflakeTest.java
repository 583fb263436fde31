package isegoria.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SnowflakeTest {

  private static final long START = Instant.parse("2026-08-08T12:00:00Z").toEpochMilli();

  private static final int INSTANCES = 4;

  private static final int IDS_EACH = 1_000_000;

  /** A clock that stands still, runs and goes back as the seed says. */
  private static final class UnsteadyClock {
    private final SplittableRandom random;
    private long now = START;

    UnsteadyClock(long seed) {
      this.random = new SplittableRandom(seed);
    }

    long millis() {
      int turn = random.nextInt(10_000);
      if (turn == 0) {
        now -= random.nextInt(1_000);
      } else if (turn < 200) {
        now++;
      }
      return now;
    }

    void pause() {
      now++;
    }
  }

  @Nested
  final class Minting {

    @Test
    void four_instances_of_a_million_ids_make_none_twice_whatever_their_clocks_do()
        throws Exception {
      long seed = seed();
      long[] all = new long[INSTANCES * IDS_EACH];
      try (var threads = Executors.newFixedThreadPool(INSTANCES)) {
        var minting = new ArrayList<Future<?>>();
        for (int instance = 0; instance < INSTANCES; instance++) {
          int worker = instance;
          minting.add(threads.submit(() -> mint(all, worker, seed + worker)));
        }
        for (Future<?> minted : minting) {
          minted.get();
        }
      }
      Arrays.sort(all);

      for (int i = 1; i < all.length; i++) {
        if (all[i - 1] == all[i]) {
          throw new AssertionError("twice: " + all[i] + ", seed=" + seed);
        }
      }
    }

    private void mint(long[] all, int worker, long seed) {
      var clock = new UnsteadyClock(seed);
      var snowflake = new Snowflake(worker, clock::millis, clock::pause);
      long before = 0;
      for (int i = 0; i < IDS_EACH; i++) {
        long id = snowflake.next();
        assert id > before;
        before = id;
        all[worker * IDS_EACH + i] = id;
      }
    }

    @Test
    void threads_of_one_instance_share_its_numbers_without_repeating_one() throws Exception {
      Ids ids = Ids.fixed(7);
      long[] all = new long[8 * 5_000];
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var minting = new ArrayList<Future<?>>();
        for (int thread = 0; thread < 8; thread++) {
          int from = thread * 5_000;
          minting.add(
              threads.submit(() -> {
                for (int i = 0; i < 5_000; i++) {
                  all[from + i] = ids.next();
                }
              }));
        }
        for (Future<?> minted : minting) {
          minted.get();
        }
      }

      assertThat(Arrays.stream(all).distinct().count()).isEqualTo(all.length);
    }

    @Test
    void ids_have_the_shape_that_clients_compute_with() {
      var snowflake = new Snowflake(3, () -> START, () -> {});

      assertThat(snowflake.next()).isEqualTo(START << 16 | 3 << 6);
      assertThat(Long.toString(snowflake.next())).hasSize(18);
      assertThat(Snowflake.millisOf(snowflake.next())).isEqualTo(START);
    }
  }

  @Nested
  final class Importing {

    @Test
    void ids_of_one_past_moment_differ_and_never_meet_ids_of_now() {
      Ids ids = Ids.fixed(0);
      Instant then = Instant.ofEpochMilli(START);
      long[] past = new long[1_000];
      Arrays.setAll(past, i -> ids.at(then));

      assertThat(Arrays.stream(past).distinct().count()).isEqualTo(past.length);
      assertThat(Ids.instantOf(past[0])).isEqualTo(then);
      assertThat(Arrays.stream(past).map(id -> id >> 6 & 1023))
          .allMatch(worker -> worker >= WorkerLease.LIVE_WORKERS);
    }
  }

  private static long seed() {
    long given = Long.getLong("seed", 0);
    long seed = given == 0 ? System.nanoTime() : given;
    System.out.println("seed=" + seed);
    return seed;
  }
}
