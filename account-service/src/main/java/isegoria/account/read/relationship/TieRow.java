package isegoria.account.read.relationship;

import isegoria.account.write.relationship.Pair;
import isegoria.events.AccountId;
import java.time.Instant;

/**
 * One entry of a list; its number orders the list and is what clients page by.
 *
 * <p>The number follows from the tie alone, so a rebuild from the log gives the same one.
 */
public record TieRow(long number, AccountId other) {

  private static final int LOW_BITS = 16;

  private static final long HOUR_MS = 3_600_000L;

  public static TieRow of(AccountId owner, AccountId other, Instant since) {
    long mixed = Pair.of(owner, other).hashCode() * 0x9E3779B97F4A7C15L;
    return new TieRow((since.toEpochMilli() << LOW_BITS) | (mixed >>> (64 - LOW_BITS)), other);
  }

  /** The hour since 1970 in which the tie began. */
  public static int hourOf(long number) {
    return (int) Math.min(Integer.MAX_VALUE, (number >>> LOW_BITS) / HOUR_MS);
  }
}
