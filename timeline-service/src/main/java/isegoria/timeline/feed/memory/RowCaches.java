package isegoria.timeline.feed.memory;

import isegoria.eventsourcing.read.ViewCache;

/**
 * All row caches of an instance: they keep a loaded row only while the tables hold all changes that
 * came here and have not lost rows lately.
 */
public final class RowCaches implements ViewCache {

  private final PostCache posts;
  private final AccountCache accounts;
  private boolean tablesAreCurrent;

  /** Losses of rows that are not repaired yet. */
  private int suspensions;

  public RowCaches(PostCache posts, AccountCache accounts) {
    this.posts = posts;
    this.accounts = accounts;
  }

  /** Whether tables hold all changes that came here; they do not before this is said. */
  public synchronized void tablesAreCurrent(boolean current) {
    tablesAreCurrent = current;
    keepLoads();
  }

  @Override
  public synchronized void suspend() {
    suspensions++;
    keepLoads();
  }

  @Override
  public synchronized void resume() {
    suspensions--;
    clear();
    keepLoads();
  }

  @Override
  public void clear() {
    posts.clear();
    accounts.clear();
  }

  private void keepLoads() {
    boolean keep = tablesAreCurrent && suspensions == 0;
    posts.tablesAreCurrent(keep);
    accounts.tablesAreCurrent(keep);
  }
}
