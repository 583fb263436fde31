package isegoria.timeline.feed.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows by key, kept in memory for pages; the absence of a row is kept as well.
 *
 * <p>A change comes here after its row was written, so whatever is loaded later is at least as new.
 * What was loaded while its key changed is shown once and not kept.
 */
final class RowCache<K, V> {

  /** Counters of changes; two keys that share one cost a needless load now and then. */
  private static final int STRIPES = 4_096;

  private record Known<V>(@Nullable V value) {}

  private final Cache<K, Known<V>> known;
  private final AtomicIntegerArray changes = new AtomicIntegerArray(STRIPES);

  /**
   * False until {@link #keepLoads} sets it: a row may be older than a change that will not come
   * here again.
   */
  private volatile boolean keepsLoads;

  /**
   * A cache that takes up to so much memory.
   *
   * @param bytesMax of all of them, by estimate
   * @param bytes the estimate of one value, its key and their places in the table
   */
  RowCache(long bytesMax, ToIntFunction<V> bytes) {
    this.known =
        Caffeine.newBuilder()
            .maximumWeight(bytesMax)
            .<K, Known<V>>weigher(
                (_, of) -> of.value() == null ? 100 : bytes.applyAsInt(of.value()))
            .build();
  }

  /** The values of the keys that have one; {@code load} is asked for all that are not known. */
  Map<K, V> of(Collection<K> keys, Function<List<K>, Map<K, V>> load) {
    Map<K, V> found = HashMap.newHashMap(keys.size());
    List<K> missing = new ArrayList<>();
    for (K key : keys) {
      Known<V> cached = known.getIfPresent(key);
      if (cached == null) {
        missing.add(key);
      } else if (cached.value() != null) {
        found.put(key, cached.value());
      }
    }
    if (!missing.isEmpty()) {
      found.putAll(loaded(missing, load));
    }
    return found;
  }

  /** What is kept of a row; null where nothing is, or where there is no row. */
  @Nullable V ifCached(K key) {
    Known<V> cached = known.getIfPresent(key);
    return cached == null ? null : cached.value();
  }

  /** The one value; {@code load} is asked when it is not known. */
  V one(K key, Supplier<V> load) {
    return Objects.requireNonNull(of(List.of(key), _ -> Map.of(key, load.get())).get(key));
  }

  private Map<K, V> loaded(List<K> keys, Function<List<K>, Map<K, V>> load) {
    boolean keeps = keepsLoads;
    int[] before = keys.stream().mapToInt(key -> changes.get(stripe(key))).toArray();
    Map<K, V> values = load.apply(keys);
    for (int i = 0; i < before.length; i++) {
      K key = keys.get(i);
      if (keeps && changes.get(stripe(key)) == before[i]) {
        known.asMap().putIfAbsent(key, new Known<>(values.get(key)));
        // A change that came between the look and the keeping has found nothing to change.
        if (changes.get(stripe(key)) != before[i]) {
          known.invalidate(key);
        }
      }
    }
    return values;
  }

  /** Keeps what a row says now; null when it is gone. */
  void put(K key, @Nullable V value) {
    changes.incrementAndGet(stripe(key));
    known.put(key, new Known<>(value));
  }

  /** Changes what is kept of a row, if anything is; null stands for no row. */
  void update(K key, UnaryOperator<@Nullable V> change) {
    changes.incrementAndGet(stripe(key));
    known.asMap().computeIfPresent(key, (_, cached) -> new Known<>(change.apply(cached.value())));
  }

  /** Changes what is kept of a row; a kept absence is dropped, because the row may be there now. */
  void updatePresent(K key, UnaryOperator<V> change) {
    changes.incrementAndGet(stripe(key));
    known
        .asMap()
        .computeIfPresent(
            key,
            (_, cached) ->
                cached.value() == null ? null : new Known<>(change.apply(cached.value())));
  }

  /** Whether what is loaded is kept: not while rows are older than the changes that came here. */
  void keepLoads(boolean keep) {
    keepsLoads = keep;
  }

  /** Drops everything: the rows were changed by an operator or a rebuild. */
  void clear() {
    for (int stripe = 0; stripe < STRIPES; stripe++) {
      changes.incrementAndGet(stripe);
    }
    known.invalidateAll();
  }

  /** How many rows are kept after evictions. */
  long sizeAfterCleanUp() {
    known.cleanUp();
    return known.estimatedSize();
  }

  private int stripe(K key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(STRIPES));
  }
}
