package isegoria.account.write.relationship;

import isegoria.events.AccountId;

/** Both sides of a pair; low is the account with the smaller id. */
public record Relationship(Side low, Side high) {

  public static final Relationship STRANGERS = new Relationship(Side.NOTHING, Side.NOTHING);

  /** What {@code from} does towards {@code to}. */
  public Side side(AccountId from, AccountId to) {
    return from.compareTo(to) < 0 ? low : high;
  }

  Relationship with(AccountId from, AccountId to, Side side) {
    return from.compareTo(to) < 0 ? new Relationship(side, high) : new Relationship(low, side);
  }

  public boolean nothingLeft() {
    return equals(STRANGERS);
  }
}
