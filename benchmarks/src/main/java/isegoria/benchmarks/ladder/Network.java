package isegoria.benchmarks.ladder;

import isegoria.benchmarks.FollowGraph;
import isegoria.benchmarks.People;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.relation.Relation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A network with its edges in both directions, and who of it reads. Everybody sees their own posts,
 * so in here everybody follows themselves.
 */
public final class Network {

  /** Follows that are handed over together: enough that a long list is seldom rewritten. */
  private static final int RELATIONS_TOGETHER = 1_000_000;

  private final int[][] followed;
  private final int[][] activeFollowers;
  private final int[] followerCounts;
  private final int[] active;
  private final boolean[] isActive;
  private final long edges;

  /**
   * Makes the edges.
   *
   * @param activeShare of all people who read within the run; the others are idle
   */
  public Network(FollowGraph graph, double activeShare) {
    var random = new SplittableRandom(graph.seed());
    this.followed = new int[graph.people()][];
    this.isActive = new boolean[graph.people()];
    this.followerCounts = new int[graph.people()];
    int[] counts = new int[graph.people()];
    long sum = 0;
    for (int person = 0; person < followed.length; person++) {
      int[] others = graph.followedBy(person);
      sum += others.length;
      followed[person] = Arrays.copyOf(others, others.length + 1);
      followed[person][others.length] = person;
      Arrays.sort(followed[person]);
      isActive[person] = random.nextDouble() < activeShare;
      for (int author : followed[person]) {
        counts[author] += isActive[person] ? 1 : 0;
        followerCounts[author]++;
      }
    }
    this.edges = sum;
    this.active = IntStream.range(0, isActive.length).filter(this::isActive).toArray();
    this.activeFollowers = new int[followed.length][];
    Arrays.setAll(activeFollowers, author -> new int[counts[author]]);
    for (int reader : active) {
      for (int author : followed[reader]) {
        activeFollowers[author][--counts[author]] = reader;
      }
    }
  }

  public int people() {
    return followed.length;
  }

  /** Follows of others. */
  public long edges() {
    return edges;
  }

  /** Whose posts one sees, rising: oneself and whom one follows. */
  public int[] followedBy(int person) {
    return followed[person];
  }

  public boolean follows(int one, int other) {
    return Arrays.binarySearch(followed[one], other) >= 0;
  }

  /** Those who see an author's posts and read. */
  public int[] activeFollowersOf(int author) {
    return activeFollowers[author];
  }

  /** Of all who see an author's posts, those who read and those who do not. */
  public int followersOf(int author) {
    return followerCounts[author];
  }

  /** Readers of the account that most of them follow. */
  public int mostActiveFollowers() {
    return Arrays.stream(activeFollowers).mapToInt(readers -> readers.length).max().orElse(0);
  }

  /** Everybody who reads. */
  public int[] active() {
    return active;
  }

  public boolean isActive(int person) {
    return isActive[person];
  }

  /** All edges, as timeline-service stores them. */
  RelationGraph relations() {
    var graph = new RelationGraph(InstantSource.system());
    var together = new ArrayList<Relation>(RELATIONS_TOGETHER);
    for (int person = 0; person < followed.length; person++) {
      for (int author : followed[person]) {
        boolean isMutual = follows(author, person);
        if (author != person && (!isMutual || person < author)) {
          together.add(People.following(person, author, isMutual));
        }
      }
      if (together.size() >= RELATIONS_TOGETHER || person == followed.length - 1) {
        graph.setAll(together);
        together.clear();
      }
    }
    return graph;
  }
}
