package isegoria.benchmarks.ladder;

import isegoria.benchmarks.ladder.CellSpec.Demand;
import isegoria.benchmarks.ladder.CellSpec.Follows;
import isegoria.benchmarks.ladder.CellSpec.Generated;
import isegoria.benchmarks.ladder.CellSpec.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cells: every rung in the base cell, some at a tenth of the readers, and the one that ships
 * along every axis.
 */
public final class Matrix {

  /** The cell that every other one differs from in one thing. */
  public static final String BASE = "base";

  /** The cell that feed work is compared in. */
  public static final String TENTH_ACTIVE = "active 10 %";

  /** The cell with an account that nearly all follow, and that posts. */
  public static final String GIANT = "top account 89 %";

  private static final Set<String> ALL = Set.of("a", "b", "c", "d", "e", CellSpec.SHIPS);

  /** A row per delivery, Redis, and what ships. */
  private static final Set<String> COMPARED = Set.of("a", "d", CellSpec.SHIPS);

  private static final Set<String> ALONE = Set.of(CellSpec.SHIPS);

  private static final double FAN_OUT = 403;
  private static final double SMALL_FAN_OUT = 100;
  private static final double TOP_SHARE = 0.22;
  private static final double GIANT_SHARE = 0.89;
  private static final double READS_PER_POST = 5;
  private static final double MANY_READS_PER_POST = 50;
  private static final double LOAD = 0.7;

  /** A post by the one whom most follow, for so many by all. */
  private static final int GIANT_EVERY = 20;

  private static final Demand DEMAND = new Demand(READS_PER_POST, LOAD, 0);

  private Matrix() {}

  /**
   * All cells of generated networks, the base cell first.
   *
   * @param people of the base cell
   * @param rounds of the cells in which rungs are compared
   */
  public static List<CellSpec> generated(int people, int rounds) {
    var follows = new Generated(people, FAN_OUT, TOP_SHARE);
    return Stream.concat(
            cells(follows, rounds).stream(),
            Stream.of(
                along("people / 10", follows.withPeople(people / 10)),
                along("people × 4", follows.withPeople(people * 4)),
                along("fan-out 100", follows.withFanOut(SMALL_FAN_OUT)),
                along("no top account", follows.withTopShare(0)),
                new CellSpec(
                    GIANT,
                    new Shape(follows.withTopShare(GIANT_SHARE), 1),
                    DEMAND.withGiantEvery(GIANT_EVERY),
                    ALONE,
                    rounds)))
        .toList();
  }

  /** Those that change nothing about who follows whom, the base cell first. */
  public static List<CellSpec> cells(Follows follows, int rounds) {
    var shape = new Shape(follows, 1);
    return List.of(
        new CellSpec(BASE, shape, DEMAND, ALL, rounds),
        new CellSpec(TENTH_ACTIVE, new Shape(follows, 0.1), DEMAND, COMPARED, rounds),
        alone("active 1 %", new Shape(follows, 0.01), DEMAND),
        alone("50 reads a post", shape, DEMAND.withReadsPerPost(MANY_READS_PER_POST)),
        alone("load 50 %", shape, DEMAND.withLoad(0.5)),
        alone("load 90 %", shape, DEMAND.withLoad(0.9)));
  }

  private static CellSpec along(String axis, Follows follows) {
    return alone(axis, new Shape(follows, 1), DEMAND);
  }

  private static CellSpec alone(String axis, Shape shape, Demand demand) {
    return new CellSpec(axis, shape, demand, ALONE, 1);
  }
}
