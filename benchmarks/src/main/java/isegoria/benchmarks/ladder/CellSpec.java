package isegoria.benchmarks.ladder;

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
   * @param fanOut whom each follows on average, the top account apart
   * @param topShare of all people who follow number 0
   * @param active share of all people who read
   */
  public record Shape(int people, double fanOut, double topShare, double active) {

    public Shape withPeople(int other) {
      return new Shape(other, fanOut, topShare, active);
    }

    public Shape withFanOut(double other) {
      return new Shape(people, other, topShare, active);
    }

    public Shape withTopShare(double other) {
      return new Shape(people, fanOut, other, active);
    }

    public Shape withActive(double other) {
      return new Shape(people, fanOut, topShare, other);
    }

    public Network network(long seed) {
      return new Network(new SocialGraph(people, fanOut, topShare, seed), active);
    }
  }

  /**
   * A load.
   *
   * @param readsPerPost in the mix
   * @param load share of the most that can be done
   */
  public record Demand(double readsPerPost, double load) {}
}
