package isegoria.accounts;

/**
 * Hears whose filters are different now, after this instance's pages go by them. It is called on
 * the thread of the tail, so it neither blocks nor throws.
 */
@FunctionalInterface
public interface FilterWatcher {

  /** Watches nothing. */
  FilterWatcher NONE = _ -> {};

  void changed(long accountId);
}
