package isegoria.tests.world;

import java.util.List;

/**
 * Everything that happens in a world, in phases: the acts of one phase do not depend on each other
 * and may happen at once; phases follow each other.
 *
 * @param boosts how many boosts there are, undone ones included
 */
public record Plan(int people, int posts, int boosts, List<Phase> phases) {
  public Plan {
    phases = List.copyOf(phases);
  }

  /** Acts that may happen at once. */
  public record Phase(String name, List<Act> acts) {
    public Phase {
      acts = List.copyOf(acts);
    }
  }

  /** All acts in an order in which they may have happened. */
  public List<Act> acts() {
    return phases.stream().flatMap(phase -> phase.acts().stream()).toList();
  }
}
