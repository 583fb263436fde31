package isegoria.api.view;

/** Which sanctions against an account are in force. */
public record AccountSanctions(boolean limited, boolean frozen, boolean suspended) {

  public static final AccountSanctions NONE = new AccountSanctions(false, false, false);

  /** Neither a frozen nor a suspended account may write; both may read, and appeal. */
  public boolean mayWrite() {
    return !frozen && !suspended;
  }
}
