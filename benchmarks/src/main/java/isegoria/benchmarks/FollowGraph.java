package isegoria.benchmarks;

/** Who follows whom; people are numbered from 0. */
public interface FollowGraph {

  int people();

  /** What everything that is drawn for a run is drawn from. */
  long seed();

  /** Whom a person follows: numbers, in no order, none twice, never the person. */
  int[] followedBy(int person);
}
