package isegoria.benchmarks;

import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.relation.Relation;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it takes to know whom everybody follows: of one account with many followers, and of a
 * generated network. Every edge is stored, as timeline-service stores it.
 *
 * <p>FOLLOWERS, PEOPLE, FOLLOWS and SEED from the environment.
 */
public final class FollowsMemory {
  private static final int FOLLOWERS = 89_000_000;
  private static final int PEOPLE = 100_000;
  private static final int FOLLOWS = 403;
  private static final double TOP_SHARE = 0.22;
  private static final int READERS_SAMPLED = 100_000;

  private FollowsMemory() {}

  /**
   * What was measured.
   *
   * @param bytesPerEdge by the table's own count
   * @param heapBytesPerEdge by the collector's, everything that the graph holds included
   * @param cpuMicrosPerChange of one follow
   * @param cpuMicrosPerReader of one reader's follows made ready for a page
   * @param missing edges that are not found again
   */
  public record Result(
      String graph,
      long edges,
      double bytesPerEdge,
      double heapBytesPerEdge,
      double cpuMicrosPerChange,
      double cpuMicrosPerReader,
      long missing) {

    Map<String, Object> fields() {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("graph", graph);
      fields.put("edges", edges);
      fields.put("bytes_per_edge", bytesPerEdge);
      fields.put("heap_bytes_per_edge", heapBytesPerEdge);
      fields.put("cpu_us_per_change", cpuMicrosPerChange);
      fields.put("cpu_us_per_reader", cpuMicrosPerReader);
      fields.put("missing", missing);
      return fields;
    }
  }

  public static void main(String[] args) {
    var setting = new Environment();
    long seed = setting.number("SEED", 1);
    Result giant = giant((int) setting.number("FOLLOWERS", FOLLOWERS), seed);
    System.out.println(giant);
    var graph =
        new SocialGraph(
            (int) setting.number("PEOPLE", PEOPLE),
            setting.number("FOLLOWS", FOLLOWS),
            TOP_SHARE,
            seed);
    Result network = network(graph);
    System.out.println(network);
    var all = Map.of("seed", seed, "giant", giant.fields(), "network", network.fields());
    System.out.println(new JsonMapper().writeValueAsString(all));
    System.exit(giant.missing() + network.missing() == 0 ? 0 : 1);
  }

  /** So many follow one account, and no other. */
  static Result giant(int followers, long seed) {
    return measure(
        "one account with " + followers + " followers",
        followers,
        seed,
        new Followed() {
          @Override
          public int[] by(int person) {
            return new int[] {0};
          }

          @Override
          public boolean follows(int from, int towards) {
            return from != 0 && towards == 0;
          }
        });
  }

  static Result network(SocialGraph graph) {
    int[][] followed = new int[graph.people()][];
    Arrays.setAll(followed, person -> IntStream.of(graph.followedBy(person)).sorted().toArray());
    followed[0] = new int[0];
    return measure(
        graph.people() + " people who follow " + (int) graph.meanFollows() + " on average",
        graph.people() - 1,
        graph.seed(),
        new Followed() {
          @Override
          public int[] by(int person) {
            return followed[person];
          }

          @Override
          public boolean follows(int from, int towards) {
            return Arrays.binarySearch(followed[from], towards) >= 0;
          }
        });
  }

  /** Who follows whom; number 0 has no follows. */
  private interface Followed {
    int[] by(int person);

    boolean follows(int from, int towards);
  }

  private static Result measure(String name, int people, long seed, Followed followed) {
    var graph = new RelationGraph(InstantSource.system());
    long heapBefore = Cost.heapBytes();
    long looking = Cost.cpuNanos(() -> each(people, followed, _ -> {}));
    long changing = Cost.cpuNanos(() -> each(people, followed, graph::set));
    long edges = graph.follows();
    long heap = Cost.heapBytes() - heapBefore;
    var random = new SplittableRandom(seed);
    int[] readers = random.ints(Math.min(READERS_SAMPLED, people), 1, people + 1).toArray();
    long reading = Cost.cpuNanos(() -> read(graph, readers));
    long missing = 0;
    for (int reader : readers) {
      missing += missing(graph, reader, followed.by(reader));
    }
    return new Result(
        name,
        edges,
        (double) graph.followsBytes() / edges,
        (double) heap / edges,
        (changing - looking) / 1e3 / edges,
        reading / 1e3 / readers.length,
        missing);
  }

  /** Every pair of which one follows the other, once, with both sides. */
  private static void each(int people, Followed followed, Consumer<Relation> relation) {
    for (int person = 1; person <= people; person++) {
      for (int author : followed.by(person)) {
        boolean isMutual = followed.follows(author, person);
        if (!isMutual || person < author) {
          relation.accept(People.following(person, author, isMutual));
        }
      }
    }
  }

  private static void read(RelationGraph graph, int[] readers) {
    for (int reader : readers) {
      if (graph.reader(People.id(reader)).id() != People.id(reader)) {
        throw new IllegalStateException("reader: another account");
      }
    }
  }

  private static long missing(RelationGraph graph, int reader, int[] followed) {
    var of = graph.reader(People.id(reader));
    long missing = 0;
    for (int author : followed) {
      missing += of.follows(People.id(author)) ? 0 : 1;
    }
    return missing;
  }
}
