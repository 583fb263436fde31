package isegoria.account.write.relationship;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;

/** Two accounts in the order of their ids: the owner of what is between them. */
public record Pair(AccountId low, AccountId high) {

  public static Pair of(AccountId one, AccountId other) {
    return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
  }

  public String owner() {
    return low + "~" + high;
  }

  public String key() {
    return Partitioning.key(owner(), "relationship");
  }

  /** The pair of a key that {@link #key} made. */
  public static Pair ofKey(String key) {
    String owner = Partitioning.ownerOf(key);
    int between = owner.indexOf('~');
    if (between < 1) {
      throw new IllegalArgumentException("key: " + key + " (expected: <low>~<high>/relationship)");
    }
    return new Pair(
        AccountId.of(owner.substring(0, between)), AccountId.of(owner.substring(between + 1)));
  }
}
