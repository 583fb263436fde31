package isegoria.account.read.sanction;

/** Which sanctions are in force on an account. */
public record SanctionStatus(boolean limited, boolean frozen, boolean suspended) {

  public static final SanctionStatus FREE = new SanctionStatus(false, false, false);

  /** Neither a frozen nor a suspended account may write; both may read, and appeal. */
  public boolean mayWrite() {
    return !frozen && !suspended;
  }
}
