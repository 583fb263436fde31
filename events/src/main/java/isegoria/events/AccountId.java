package isegoria.events;

/** Identity of an account: opaque, time-ordered, the owner of everything the account does. */
public record AccountId(long value) implements Comparable<AccountId> {

  /** Reads the decimal form; throws {@code NumberFormatException} for anything else. */
  public static AccountId of(String decimal) {
    return new AccountId(Long.parseLong(decimal));
  }

  @Override
  public int compareTo(AccountId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
