package isegoria.account.read.sanction;

/** What is imposed on an account: any of it, or nothing. */
public record SanctionStatus(boolean limited, boolean frozen, boolean suspended) {

  public static final SanctionStatus FREE = new SanctionStatus(false, false, false);

  /** Neither a frozen nor a suspended account may write; both may read, and appeal. */
  public boolean mayWrite() {
    return !frozen && !suspended;
  }
}
