package isegoria.timeline.kafka;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * One copy of every slim record for each feed partition, never one per follower: whoever keeps the
 * feeds of some readers has every entry at hand. What changes no feed goes to {@link #TAILED} only.
 */
final class Multicast implements StreamPartitioner<@Nullable String, byte[]> {

  /** The copy that instances tail into memory; the others are there for the feeds' own tasks. */
  static final int TAILED = 0;

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, @Nullable String key, byte[] value, int partitions) {
    return Optional.of(
        value.length == 0
            ? Set.of(TAILED)
            : IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet()));
  }
}
