package isegoria.account.read.sanction;

/** What is imposed on an account: any of it, or nothing. */
public record Standing(boolean limited, boolean frozen, boolean suspended) {

  public static final Standing FREE = new Standing(false, false, false);

  /** Neither a frozen nor a suspended account may write; both may read, and appeal. */
  public boolean mayWrite() {
    return !frozen && !suspended;
  }
}
