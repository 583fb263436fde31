package isegoria.timeline.conversation.write;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What clients know an account's conversation by. Its key follows from it, so that no table has to
 * say which is meant; after each removal it is another one, so that a late request does not reach
 * what has begun since.
 *
 * @param number of its thread and participants, among the conversations of one owner
 * @param generation how often its owner has removed it, counted up to {@link #GENERATIONS}
 */
public record ConversationId(long number, int generation) {

  private static final int GENERATION_BITS = 8;

  /** After so many removals, ids come again. */
  static final int GENERATIONS = 1 << GENERATION_BITS;

  /**
   * Bits of a number: an id is positive. Of 100,000 conversations of one account, two share a
   * number by one chance in ten million.
   */
  private static final int NUMBER_BITS = Long.SIZE - 1 - GENERATION_BITS;

  private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;

  /** The id that clients send. */
  public static ConversationId of(long value) {
    return new ConversationId(value >>> GENERATION_BITS, (int) (value & (GENERATIONS - 1)));
  }

  /** The number of a thread among these people, its owner too: with one more it is another. */
  public static long numberOf(long thread, Collection<Long> participants) {
    String people =
        participants.stream()
            .sorted()
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(",", thread + "/", ""));
    UUID hash = UUID.nameUUIDFromBytes(people.getBytes(StandardCharsets.UTF_8));
    return hash.getLeastSignificantBits() & NUMBER_MASK;
  }

  public long value() {
    return number << GENERATION_BITS | generation;
  }

  @Override
  public String toString() {
    return Long.toString(value());
  }
}
