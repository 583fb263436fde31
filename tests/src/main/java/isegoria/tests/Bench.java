package isegoria.tests;

import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.platform.Running;
import isegoria.tests.platform.Systems;
import isegoria.tests.world.Imports;
import isegoria.tests.world.Together;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Measures a running system: how long a post's answer and a home page take, and what processor time
 * all processes but this one spend on them. POSTS, READS, AT_ONCE and DATA from the environment.
 */
public final class Bench {
  private static final int PEOPLE = 50;
  private static final int POSTS = 2_000;
  private static final int READS = 4_000;
  private static final int WARM_UP = 200;

  private Bench() {}

  public static void main(String[] args) {
    Setting setting = Setting.ofProcess();
    Path files = Systems.root().resolve(setting.text("DATA").orElse("data/dev"));
    run(setting, Running.writtenDown(files)).forEach(System.out::println);
  }

  /** One line for posts and one for home pages. */
  public static List<String> run(Setting setting, Running running) {
    int atOnce = setting.number("AT_ONCE", 4);
    try (var api = new Api(running.origin(), atOnce);
        var operator = new Api(running.door("account-0"), atOnce)) {
      List<Person> people = people(api, new Imports(operator, running.internalSecret(), atOnce));
      Together.run(
          people.size() * 10,
          atOnce,
          each -> {
            Person other = people.get((each % PEOPLE + each / PEOPLE + 1) % PEOPLE);
            people.get(each % PEOPLE).follow(other);
          });
      IntConsumer post = each -> people.get(each % PEOPLE).publish("Measured " + each);
      IntConsumer home =
          each ->
              api.ok(
                  Call.get("/api/v1/timelines/home?limit=20")
                      .as(people.get(each % PEOPLE).token()));
      Together.run(WARM_UP, atOnce, post);
      String posts = measure("post", setting.number("POSTS", POSTS), atOnce, running, post);
      Together.run(WARM_UP, atOnce, home);
      String homes = measure("home page", setting.number("READS", READS), atOnce, running, home);
      return List.of(posts, homes);
    }
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

  private static String measure(
      String what, int count, int atOnce, Running running, IntConsumer work) {
    long[] nanos = new long[count];
    double cpuBefore = running.cpuSeconds();
    long start = System.nanoTime();
    Together.run(
        count,
        atOnce,
        each -> {
          long began = System.nanoTime();
          work.accept(each);
          nanos[each] = System.nanoTime() - began;
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = running.cpuSeconds() - cpuBefore;
    Arrays.sort(nanos);
    return "bench: %s: p50 %.1f ms, p99 %.1f ms, %.0f/s (%d, %d at once), CPU %.1f s per 1,000"
        .formatted(
            what,
            nanos[count / 2] / 1e6,
            nanos[(int) (count * 0.99)] / 1e6,
            count / seconds,
            count,
            atOnce,
            cpu * 1_000 / count);
  }
}
