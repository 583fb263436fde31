package isegoria.benchmarks;

import isegoria.tests.world.EdgeList;
import isegoria.tests.world.Graph;
import java.io.IOException;
import java.nio.file.Path;

/** Follows as a file lists them. */
public final class ListedGraph implements FollowGraph {
  private final String name;
  private final int[][] followed;
  private final long seed;

  private ListedGraph(String name, int[][] followed, long seed) {
    this.name = name;
    this.followed = followed;
    this.seed = seed;
  }

  /** Reads lines "A B", packed where the name ends in {@code .gz}. */
  public static ListedGraph read(Path file, long seed) throws IOException {
    return of(EdgeList.read(file), seed);
  }

  static ListedGraph of(Graph graph, long seed) {
    int[] counts = new int[graph.people()];
    for (int follower : graph.followers()) {
      counts[follower]++;
    }
    int[][] followed = new int[graph.people()][];
    for (int person = 0; person < followed.length; person++) {
      followed[person] = new int[counts[person]];
    }
    for (int edge = 0; edge < graph.edges(); edge++) {
      int follower = graph.followers()[edge];
      followed[follower][--counts[follower]] = graph.followed()[edge];
    }
    return new ListedGraph(graph.name(), followed, seed);
  }

  public String name() {
    return name;
  }

  @Override
  public int people() {
    return followed.length;
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public int[] followedBy(int person) {
    return followed[person].clone();
  }
}
