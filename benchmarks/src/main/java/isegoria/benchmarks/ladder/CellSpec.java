package isegoria.benchmarks.ladder;

import isegoria.benchmarks.FollowGraph;
import isegoria.benchmarks.ListedGraph;
import isegoria.benchmarks.SocialGraph;
import java.util.Set;

/**
 * One cell of the benchmark: a network and a load, and which rungs meet them.
 *
 * @param axis what is varied from the base cell; nothing else is
 * @param rungs their letters
 * @param rounds of which the median is taken
 */
public record CellSpec(String axis, Shape shape, Demand demand, Set<String> rungs, int rounds) {

  /** The rung that ships. */
  public static final String SHIPS = "f";

  public CellSpec {
    rungs = Set.copyOf(rungs);
  }

  /**
   * A network.
   *
   * @param active share of all people who read
   */
  public record Shape(Follows follows, double active) {
    public Network network(long seed) {
      return new Network(follows.graph(seed), active);
    }
  }

  /** Who follows whom. */
  public sealed interface Follows {

    /** As tables of cells name it. */
    String name();

    int people();

    FollowGraph graph(long seed);
  }

  /**
   * Drawn from a seed.
   *
   * @param fanOut whom each follows on average, the top account apart
   * @param topShare of all people who follow number 0
   */
  public record Generated(int people, double fanOut, double topShare) implements Follows {
    @Override
    public String name() {
      return "generated";
    }

    @Override
    public FollowGraph graph(long seed) {
      return new SocialGraph(people, fanOut, topShare, seed);
    }

    public Generated withPeople(int other) {
      return new Generated(other, fanOut, topShare);
    }

    public Generated withFanOut(double other) {
      return new Generated(people, other, topShare);
    }

    public Generated withTopShare(double other) {
      return new Generated(people, fanOut, other);
    }
  }

  /** Listed in a file. */
  public record Listed(ListedGraph list) implements Follows {
    @Override
    public String name() {
      return list.name();
    }

    @Override
    public int people() {
      return list.people();
    }

    @Override
    public FollowGraph graph(long seed) {
      return list;
    }
  }

  /**
   * A load.
   *
   * @param readsPerPost in the mix
   * @param load share of the most that can be done
   * @param giantEvery one of so many posts is number 0's, in one more load; 0: there is none
   */
  public record Demand(double readsPerPost, double load, int giantEvery) {
    public Demand withReadsPerPost(double other) {
      return new Demand(other, load, giantEvery);
    }

    public Demand withLoad(double other) {
      return new Demand(readsPerPost, other, giantEvery);
    }

    public Demand withGiantEvery(int other) {
      return new Demand(readsPerPost, load, other);
    }
  }
}
