package isegoria.timeline.home.kafka;

import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.home.read.HomeSnapshot;
import isegoria.timeline.home.read.SnapshotMaker;
import isegoria.timeline.home.read.SnapshotRule;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the snapshots of the readers of one feed partition: of those who have read within a week,
 * and only when a page is not in memory for long, or they follow others now.
 *
 * <p>No entry comes here: what is snapped, and whether it is worth it, is read from the log that
 * the instance has in memory. So an entry costs the same for however many readers. A task that
 * moved here, or was restarted, does not know the snapshots that were made last: the next ones
 * reach back only as far as memory does, and what lies below costs pages the authors' logs.
 */
final class HomeProcessor implements Processor<String, byte[], String, byte[]> {

  static final String ACTIVE_READERS = "active-readers";

  /** A reader who is away longer costs nothing until they come back. */
  static final Duration IDLE_MAX = Duration.ofDays(7);

  /**
   * What a task works with.
   *
   * @param ready whether the log and the relations of this instance have been read
   * @param rule when a snapshot is worth a rebuild
   * @param staleness how often each reader's snapshot is checked
   * @param lasts room for the last snapshots, of all tasks together
   * @param timeSlices the time slice of a task, of all tasks together
   */
  record Parts(
      Readers readers,
      SnapshotMaker maker,
      BooleanSupplier ready,
      SnapshotRule rule,
      Duration staleness,
      SnapshotCache lasts,
      TimeSlices timeSlices) {}

  /** One active reader. */
  private static final class Active {
    private long lastReadMillis;
    private long dueAtMillis;

    /** Whether the last time a snapshot was worth making. */
    private boolean snapped;

    /** The last snapshot as it was sent; null when none was worth making, or there is no room. */
    private byte @Nullable [] last;

    /** Of whom the reader followed when it was made. */
    private long followsHash;

    /** How many entries must have come into this instance's log before one is rebuilt. */
    private long anewAt;

    /** By how many that was put off, since none was worth making; 0 when one was. */
    private long patience;
  }

  private final Parts parts;
  private final Long2ObjectOpenHashMap<Active> active = new Long2ObjectOpenHashMap<>();
  private @Nullable ProcessorContext<String, byte[]> context;
  private @Nullable KeyValueStore<Long, Long> lastReads;

  HomeProcessor(Parts parts) {
    this.parts = parts;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> processorContext) {
    this.context = processorContext;
    parts.timeSlices().join();
    KeyValueStore<Long, Long> store = processorContext.getStateStore(ACTIVE_READERS);
    this.lastReads = store;
    try (KeyValueIterator<Long, Long> readers = store.all()) {
      while (readers.hasNext()) {
        KeyValue<Long, Long> reader = readers.next();
        activate(reader.key, reader.value);
      }
    }
    Duration turn =
        parts.staleness().compareTo(Duration.ofSeconds(1)) < 0
            ? parts.staleness()
            : Duration.ofSeconds(1);
    processorContext.schedule(turn, PunctuationType.WALL_CLOCK_TIME, this::turn);
  }

  @Override
  public void process(Record<String, byte[]> change) {
    if (HomeKey.isRead(change.key())) {
      hasRead(HomeKey.readerOf(change.key()), change.value());
    }
  }

  private void hasRead(long reader, byte @Nullable [] at) {
    KeyValueStore<Long, Long> store = Objects.requireNonNull(lastReads);
    if (at == null) {
      store.delete(reader);
      Active gone = active.remove(reader);
      if (gone != null) {
        keep(gone, null);
      }
    } else {
      long millis = ByteBuffer.wrap(at).getLong();
      store.put(reader, millis);
      activate(reader, millis);
    }
  }

  private void activate(long reader, long readMillis) {
    active.computeIfAbsent(reader, _ -> new Active()).lastReadMillis = readMillis;
  }

  private void turn(long nowMillis) {
    if (!parts.ready().getAsBoolean()) {
      return;
    }
    long end = System.nanoTime() + parts.timeSlices().nanosOfOne();
    for (long reader : active.keySet().toLongArray()) {
      Active of = Objects.requireNonNull(active.get(reader));
      if (of.dueAtMillis <= nowMillis && System.nanoTime() < end) {
        look(reader, of, nowMillis);
      }
    }
  }

  private void look(long readerId, Active of, long nowMillis) {
    of.dueAtMillis = nowMillis + parts.staleness().toMillis();
    if (of.lastReadMillis < nowMillis - IDLE_MAX.toMillis()) {
      send(HomeKey.ofSnapshot(readerId), null, nowMillis);
      send(HomeKey.ofRead(readerId), null, nowMillis);
      return;
    }
    boolean followsOthers = of.snapped && parts.readers().followsHash(readerId) != of.followsHash;
    if (followsOthers) {
      keep(of, null);
      of.patience = 0;
    }
    if (followsOthers || parts.maker().arrived() >= of.anewAt) {
      snap(parts.readers().reader(readerId), of, nowMillis);
    }
  }

  private void snap(Reader reader, Active of, long nowMillis) {
    long arrived = parts.maker().arrived();
    if (parts.maker().isLasting(reader, parts.rule())) {
      of.snapped = false;
      keep(of, null);
      of.patience = parts.rule().patienceAfter(of.patience);
      of.anewAt = arrived + parts.rule().putOff(reader.id(), of.patience);
    } else {
      HomeSnapshot last = of.last == null ? null : HomeSnapshotCodec.decode(of.last);
      HomeSnapshot made = parts.maker().make(reader, last);
      byte[] packed = HomeSnapshotCodec.encode(made);
      of.snapped = true;
      keep(of, packed);
      of.followsHash = made.followsHash();
      of.patience = 0;
      of.anewAt = arrived + parts.rule().putOff(reader.id(), parts.rule().farBehind());
      send(HomeKey.ofSnapshot(reader.id()), packed, nowMillis);
    }
  }

  private void keep(Active of, byte @Nullable [] snapshot) {
    of.last = parts.lasts().replace(of.last, snapshot);
  }

  @Override
  public void close() {
    active.values().forEach(of -> keep(of, null));
    parts.timeSlices().leave();
  }

  @SuppressWarnings("NullAway") // A null value is a tombstone.
  private void send(String key, byte @Nullable [] value, long atMillis) {
    Objects.requireNonNull(context).forward(new Record<>(key, value, atMillis));
  }
}
