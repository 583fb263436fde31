package isegoria.benchmarks.ladder;

/** Home feeds, a page at a time. */
@FunctionalInterface
public interface Pages {

  /** Posts of one page, as clients ask for. */
  int PAGE_POSTS = 20;

  /**
   * The newest posts of those whom an active reader follows.
   *
   * @param olderThan ids are below it
   * @return ids, newest first
   */
  long[] page(int reader, long olderThan);
}
