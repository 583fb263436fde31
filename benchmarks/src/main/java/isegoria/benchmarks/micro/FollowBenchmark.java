package isegoria.benchmarks.micro;

import isegoria.benchmarks.People;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Follows of a hundred people who each come to follow four hundred: one by one, or together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
public class FollowBenchmark {
  private static final int PEOPLE = 100;
  private static final int FOLLOWS = 400;

  private final List<Relation> relations = new ArrayList<>();
  private RelationGraph graph = new RelationGraph(InstantSource.system());

  /** In the order in which follows come: everybody's mixed. */
  @Setup
  public void setUp() {
    for (int follow = 0; follow < FOLLOWS; follow++) {
      for (int person = 0; person < PEOPLE; person++) {
        long author = People.id(PEOPLE + follow * 7);
        relations.add(
            new Relation(People.id(person), author, Side.following(Follow.WHOLE), Side.NOTHING));
      }
    }
  }

  /** There are no follows. */
  @Setup(Level.Invocation)
  public void begin() {
    graph = new RelationGraph(InstantSource.system());
  }

  /** As they come while a service runs. */
  @Benchmark
  @OperationsPerInvocation(PEOPLE * FOLLOWS)
  public RelationGraph oneByOne() {
    relations.forEach(graph::set);
    return graph;
  }

  /** As they are read when a service starts. */
  @Benchmark
  @OperationsPerInvocation(PEOPLE * FOLLOWS)
  public RelationGraph together() {
    graph.setAll(relations);
    return graph;
  }
}
