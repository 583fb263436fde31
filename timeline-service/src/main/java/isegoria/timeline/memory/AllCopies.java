package isegoria.timeline.memory;

import isegoria.eventsourcing.read.Memory;

/**
 * The copies of an instance as one: nothing that is loaded from tables is kept unless they hold all
 * changes that came here, and have not lost rows lately.
 */
public final class AllCopies implements Memory {

  private final PostsInMemory posts;
  private final AccountsInMemory accounts;
  private boolean tablesAreCurrent;

  /** Losses of rows that have not been made good. */
  private int doubts;

  public AllCopies(PostsInMemory posts, AccountsInMemory accounts) {
    this.posts = posts;
    this.accounts = accounts;
  }

  /** Whether tables hold all changes that came here; they do not before this is said. */
  public synchronized void tablesAreCurrent(boolean current) {
    tablesAreCurrent = current;
    keepLoads();
  }

  @Override
  public synchronized void doubt() {
    doubts++;
    keepLoads();
  }

  @Override
  public synchronized void trust() {
    doubts--;
    forget();
    keepLoads();
  }

  @Override
  public void forget() {
    posts.forget();
    accounts.forget();
  }

  private void keepLoads() {
    boolean keep = tablesAreCurrent && doubts == 0;
    posts.tablesAreCurrent(keep);
    accounts.tablesAreCurrent(keep);
  }
}
