package isegoria.edge;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Mints the ids of everything that is created at this edge: ordered by time, and never the same
 * twice over all processes of the service.
 *
 * <p>{@link #next()} is for what happens now. {@link #at(Instant)} is for imports, which keep their
 * original time: its worker numbers are others, so it never meets an id of the first kind. Within
 * one process it repeats none; over a restart it may, and then the decider rejects the id that is
 * taken and the edge asks for another.
 */
public final class Ids implements AutoCloseable {

  /** How far the clock may go back before a 503 is better than a wait. */
  static final long CLOCK_BACK_MILLIS_MAX = 2_000;

  /** Milliseconds of imports whose sequence is remembered. */
  static final int IMPORT_MILLIS_MAX = 65_536;

  private final List<WorkerLease> leases;
  private final IntSupplier liveWorker;
  private final IntSupplier importWorker;
  private final Map<Long, Integer> importSequences =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
          return size() > IMPORT_MILLIS_MAX;
        }
      };

  private record Mint(int worker, Snowflake snowflake) {}

  private @Nullable Mint mint;
  private long floorMillis;

  Ids(IntSupplier liveWorker, IntSupplier importWorker, List<WorkerLease> leases) {
    this.liveWorker = liveWorker;
    this.importWorker = importWorker;
    this.leases = leases;
  }

  /** Ids by numbers leased in the keyspace of the session. */
  public static Ids leased(CqlSession session) {
    WorkerLease live = WorkerLease.live(session);
    WorkerLease imports = WorkerLease.forImport(session);
    return new Ids(live::worker, imports::worker, List.of(live, imports));
  }

  /** Ids by a fixed worker number, for tests: it is not leased. */
  public static Ids fixed(int worker) {
    return new Ids(() -> worker, () -> WorkerLease.LIVE_WORKERS, List.of());
  }

  /** The next id; throws 503 while this process holds no worker number. */
  public long next() {
    return snowflake(liveWorker.getAsInt()).next();
  }

  /** An id of the past. */
  public long at(Instant original) {
    int worker = importWorker.getAsInt();
    long millis = original.toEpochMilli();
    synchronized (importSequences) {
      while (importSequences.getOrDefault(millis, 0) >= Snowflake.SEQUENCES) {
        millis++;
      }
      int used = importSequences.merge(millis, 1, Integer::sum) - 1;
      return Snowflake.compose(millis, worker, used);
    }
  }

  /** When an id was made. */
  public static Instant instantOf(long id) {
    return Instant.ofEpochMilli(Snowflake.millisOf(id));
  }

  /** Whether ids can be made now. */
  public boolean isReady() {
    return leases.stream().allMatch(WorkerLease::isHeld);
  }

  @Override
  public void close() {
    leases.forEach(WorkerLease::close);
  }

  private synchronized Snowflake snowflake(int worker) {
    Mint current = mint;
    long now = System.currentTimeMillis();
    if (current == null || current.worker() != worker) {
      if (current != null) {
        floorMillis = Math.max(floorMillis, current.snowflake().lastMillis() + 1);
      }
      current = new Mint(worker, new Snowflake(worker, this::millis, Ids::pause));
      mint = current;
    }
    if (now < current.snowflake().lastMillis() - CLOCK_BACK_MILLIS_MAX) {
      throw ApiException.unavailable();
    }
    return current.snowflake();
  }

  private long millis() {
    return Math.max(System.currentTimeMillis(), floorMillis);
  }

  private static void pause() {
    LockSupport.parkNanos(100_000 + ThreadLocalRandom.current().nextInt(100_000));
  }
}
