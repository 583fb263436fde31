package isegoria.tests.world;

import isegoria.tests.client.Api;
import isegoria.tests.world.Journal.Member;
import isegoria.tests.world.Plan.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Loads a plan into a platform, then holds every home against the oracle. */
public final class WorldRun {
  /** Views that are behind have caught up by then; what still differs is wrong. */
  private static final Duration SECOND_LOOK_AFTER = Duration.ofSeconds(5);

  private static final int DIFFERENCES_SHOWN = 5;

  private final Plan plan;
  private final Journal journal;
  private final Options options;
  private final GivenIds ids;
  private final Loading loading;

  /**
   * How a world is loaded.
   *
   * @param patience how long one act is repeated until it is known what became of it
   * @param pace between two acts; zero is as fast as the bound on calls allows
   */
  public record Options(int atOnceMax, Duration patience, Duration pace, PlantedBug plant) {}

  /** Told of every phase that is over. */
  @FunctionalInterface
  public interface PhaseEnd {
    void over(Phase phase);
  }

  public WorldRun(Api api, Plan plan, Journal journal, Options options) {
    this.plan = plan;
    this.journal = journal;
    this.options = options;
    this.ids = new GivenIds(plan.posts(), plan.boosts());
    this.loading = new Loading(api, journal, ids, options.patience());
    journal.recallInto(ids);
  }

  /** Gives everybody an account who has none yet. */
  public void enrol(Enrolment enrolment) {
    List<Integer> absent =
        IntStream.range(0, plan.people())
            .filter(number -> journal.member(number) == null)
            .boxed()
            .toList();
    var bar = new ProgressBar("accounts", absent.size());
    List<String> names =
        absent.stream().map(number -> Loading.name(journal.tag(), number)).toList();
    enrolment.enrol(
        names,
        (place, enrolled) -> {
          journal.enrolled(new Member(absent.get(place), enrolled.id(), enrolled.token()));
          bar.step();
        });
    bar.end();
  }

  /** Does all acts that were not done yet, phase by phase. */
  public void load(PhaseEnd end) {
    for (int number = 0; number < plan.phases().size(); number++) {
      Phase phase = plan.phases().get(number);
      load(phase, number);
      end.over(phase);
    }
  }

  private void load(Phase phase, int number) {
    var bar = new ProgressBar(phase.name(), phase.acts().size());
    ParallelTasks.run(
        phase.acts().size(),
        options.atOnceMax(),
        act -> {
          if (!journal.isDone(number, act)) {
            loading.perform(phase.acts().get(act));
            journal.did(number, act);
            if (options.pace().isPositive()) {
              LockSupport.parkNanos(options.pace().toNanos());
            }
          }
          bar.step();
        });
    bar.end();
  }

  /** Reads every home to its last page. What differs is read once more, a little later. */
  public Comparison compare() {
    HomeOracle oracle = HomeOracle.of(options.plant().in(plan.acts()), ids);
    var comparison = new Comparison();
    Queue<Integer> again = new ConcurrentLinkedQueue<>();
    var bar = new ProgressBar("homes", plan.people());
    ParallelTasks.run(
        plan.people(),
        options.atOnceMax(),
        reader -> {
          List<Long> expected = oracle.home(reader);
          List<Long> found = loading.home(reader);
          if (found.equals(expected)) {
            comparison.add(expected, found);
          } else {
            again.add(reader);
          }
          bar.step();
        });
    bar.end();
    if (!again.isEmpty()) {
      System.out.printf("%d homes differed at first and are read once more%n", again.size());
      LockSupport.parkNanos(SECOND_LOOK_AFTER.toNanos());
      int shown = 0;
      for (int reader : again) {
        List<Long> expected = oracle.home(reader);
        List<Long> found = loading.home(reader);
        if (!comparison.add(expected, found) && shown++ < DIFFERENCES_SHOWN) {
          explain(reader, expected, found);
        }
      }
    }
    return comparison;
  }

  private void explain(int reader, List<Long> expected, List<Long> found) {
    Member member = journal.member(reader);
    System.out.printf(
        "home of %s, account %s: missing %s, extra %s%n",
        Loading.name(journal.tag(), reader),
        member == null ? "unknown" : member.id(),
        expected.stream().filter(id -> !found.contains(id)).limit(10).map(this::what).toList(),
        found.stream().filter(id -> !expected.contains(id)).limit(10).map(this::what).toList());
  }

  /** What an id stands for, in the generator's own terms. */
  private String what(long id) {
    for (Act act : plan.acts()) {
      if (act instanceof Act.Publish publish && ids.post(publish.post()) == id) {
        return id + " = " + publish;
      }
      if (act instanceof Act.Boost boost && ids.boost(boost.boost()) == id) {
        return id + " = " + boost;
      }
    }
    return id + " = unknown";
  }
}
