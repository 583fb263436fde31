package isegoria.tests;

import isegoria.infra.DevSystem;
import isegoria.tests.bench.Acts;
import isegoria.tests.bench.IdleCpu;
import isegoria.tests.bench.LatencyTarget;
import isegoria.tests.bench.Measured;
import isegoria.tests.bench.Measuring;
import isegoria.tests.client.Api;
import isegoria.tests.client.Person;
import isegoria.tests.platform.Running;
import isegoria.tests.platform.Systems;
import isegoria.tests.world.Imports;
import isegoria.tests.world.ParallelTasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures how long a post's answer, a home page and a read of what one just did take, one at a
 * time and several at once, and what processor time all processes but this one spend on them.
 *
 * <p>POSTS, READS, LIKES, WARM_UP and AT_ONCE from the environment; DATA names a running system,
 * which must not limit rates (PROFILE=compat); without it one of each service is started for this.
 */
public final class Bench {
  /** From the client's first byte to the answer's last. */
  private static final LatencyTarget POST_AIM = LatencyTarget.ofMillis(50, 30);

  private static final LatencyTarget HOME_AIM = LatencyTarget.ofMillis(50, 15);
  private static final LatencyTarget READ_AIM = LatencyTarget.ofMillis(99, 50);

  private static final int PEOPLE = 50;
  private static final int FOLLOWED_EACH = 10;

  /** After so many of each kind the figures stop falling: the JIT has seen the paths. */
  private static final int WARM_UP = 2_000;

  private static final int POSTS = 1_500;
  private static final int READS = 3_000;
  private static final int LIKES = 300;
  private static final int AT_ONCE = 4;

  private Bench() {}

  /** Exits with 1 when an aim is missed. */
  public static void main(String[] args) {
    Settings setting = Settings.ofProcess();
    var data = setting.text("DATA");
    Result result =
        data.isPresent()
            ? run(setting, Running.writtenDown(Systems.root().resolve(data.get())))
            : onItsOwn(setting);
    System.exit(result.holds() ? 0 : 1);
  }

  /** On one of each service. */
  static Result onItsOwn(Settings setting) {
    try (DevSystem system = Systems.startForLoad("bench", 1)) {
      return run(setting, Running.of(system));
    }
  }

  /**
   * Everything that was measured. Met are the aims by requests one at a time, which is what a
   * person waits; several at once on few cores wait for each other.
   */
  public record Result(List<Measured> all) {
    public Result {
      all = List.copyOf(all);
    }

    public boolean holds() {
      return all.stream().filter(each -> each.atOnce() == 1).allMatch(Measured::holds);
    }

    /** Processor time of each kind, so many at once. */
    String cpu(int atOnce) {
      return all.stream()
          .filter(each -> each.atOnce() == atOnce)
          .map(each -> String.format(Locale.ROOT, "%s %.1f", each.what(), each.cpuMillisEach()))
          .collect(Collectors.joining(", ", atOnce + " at a time, warm, CPU ms per ", ""));
    }

    public String line() {
      return all.stream().map(Measured::line).collect(Collectors.joining("; "));
    }
  }

  /** Prints, as it goes, a line for each kind and number at once, and who computed. */
  public static Result run(Settings setting, Running running) {
    int atOnce = Math.max(2, setting.number("AT_ONCE", AT_ONCE));
    int warmUp = setting.number("WARM_UP", WARM_UP);
    var all = new ArrayList<Measured>();
    try (var api = new Api(running.origin(), atOnce);
        var operator = new Api(running.door("account-0"), atOnce)) {
      List<Person> people = people(api, new Imports(operator, running.internalSecret(), atOnce));
      followEachOther(people, atOnce);
      System.out.printf("bench: warm-up of %,d of each, %d at once%n", warmUp, atOnce);
      List<Measuring> kinds = kinds(setting, running, people);
      kinds.forEach(kind -> kind.warmUp(Math.min(warmUp, 2 * kind.count()), atOnce));
      System.out.println("bench: " + IdleCpu.of(running).line());
      for (int together : new int[] {1, atOnce}) {
        kinds.forEach(kind -> all.add(told(kind.measure(together))));
      }
    }
    var result = new Result(all);
    System.out.println("bench: " + result.cpu(atOnce));
    return result;
  }

  private static List<Measuring> kinds(Settings setting, Running running, List<Person> people) {
    IntConsumer nothing = each -> {};
    var liked = new ConcurrentHashMap<Integer, String>();
    var acts = new Acts(people, FOLLOWED_EACH);
    int likes = setting.number("LIKES", LIKES);
    int reads = setting.number("READS", READS);
    return List.of(
        new Measuring(
            running,
            "post",
            POST_AIM,
            setting.number("POSTS", POSTS),
            nothing,
            each -> acts.publish(each)),
        new Measuring(running, "follow", null, likes, nothing, each -> acts.follow()),
        new Measuring(running, "favourite", null, likes, nothing, each -> acts.favourite()),
        new Measuring(
            running, "home page", HOME_AIM, reads, nothing, each -> home(of(people, each))),
        new Measuring(
            running,
            "verify_credentials",
            null,
            reads,
            nothing,
            each -> of(people, each).get("/api/v1/accounts/verify_credentials")),
        new Measuring(
            running,
            "read after two favourites",
            READ_AIM,
            likes,
            each -> liked.put(each, likedTwice(people, each)),
            each -> liking(people, each).get("/api/v1/statuses/" + liked.get(each))));
  }

  private static Person of(List<Person> people, int each) {
    return people.get(each % PEOPLE);
  }

  private static Person liking(List<Person> people, int each) {
    return people.get((each + 1) % PEOPLE);
  }

  private static String likedTwice(List<Person> people, int each) {
    String post = people.get(each % PEOPLE).publish("Liked " + each).id();
    liking(people, each).favourite(post);
    liking(people, each).favourite(post);
    return post;
  }

  private static Measured told(Measured measured) {
    System.out.println("bench: " + measured.line());
    System.out.println("bench:   CPU by process: " + measured.processes());
    System.out.println("bench:   each " + measured.perAct());
    System.out.println("bench:   " + measured.details());
    return measured;
  }

  private static void home(Person reader) {
    int posts = reader.get("/api/v1/timelines/home?limit=20").json().size();
    if (posts != 20) {
      throw new IllegalStateException("home page: " + posts + " posts (expected: 20)");
    }
  }

  private static void followEachOther(List<Person> people, int atOnce) {
    ParallelTasks.run(
        people.size() * FOLLOWED_EACH,
        atOnce,
        each -> {
          int follower = each % PEOPLE;
          int followed = (follower + 1 + each / PEOPLE) % PEOPLE;
          people.get(follower).follow(people.get(followed));
        });
  }

  private static List<Person> people(Api api, Imports imports) {
    String tag = "bench" + System.currentTimeMillis() % 10_000_000 + "_";
    List<String> names = IntStream.range(0, PEOPLE).mapToObj(number -> tag + number).toList();
    List<Person> people = Collections.synchronizedList(new ArrayList<>());
    imports.enrol(
        names,
        (place, enrolled) ->
            people.add(new Person(api, enrolled.id(), names.get(place), enrolled.token())));
    return List.copyOf(people);
  }
}
