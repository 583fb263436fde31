package isegoria.tests;

import isegoria.infra.ManagedProcess;
import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.platform.Running;
import isegoria.tests.sweep.Operator;
import isegoria.tests.world.ParallelTasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People are erased while an instance of the service that has their posts is killed. */
final class ErasureIT {

  /** Enough that each of the two instances decides for some of them. */
  private static final int PEOPLE = 5;

  private static final int POSTS = 20;
  private static final Duration READY_MAX = Duration.ofMinutes(3);
  private static final Duration KNOWN_MAX = Duration.ofSeconds(60);

  private final Shared system = Shared.system();
  private final Running running = Running.of(system.processes());

  @Test
  void an_erasure_that_is_killed_in_the_middle_ends_every_post_all_the_same() {
    List<Person> people = Stream.generate(() -> system.signUp("goes")).limit(PEOPLE).toList();
    Queue<String> posts = new ConcurrentLinkedQueue<>();
    ParallelTasks.run(
        PEOPLE * POSTS,
        PEOPLE,
        each -> {
          Person author = people.get(each % PEOPLE);
          posts.add(author.id() + "/post/" + author.publish("My words " + each).id());
        });

    ManagedProcess killed = system.processes().part("post-0");
    try (Api door = new Api(running.door("account-0"), PEOPLE)) {
      Operator operator = new Operator(door, running.internalSecret());
      operator.erase(people.getFirst().name());
      killed.kill();
      people.stream().skip(1).forEach(person -> operator.erase(person.name()));
    } finally {
      killed.restart(READY_MAX);
      system.processes().writeRunFile();
    }

    for (Person person : people) {
      Eventually.equal(() -> stored(person.id() + "/erasure"), "Erased");
    }
    for (String post : posts) {
      Eventually.equal(() -> stored(post), "Deleted");
    }
  }

  /** The shape of an aggregate at the instance that decides for its owner. */
  private String stored(String key) {
    for (String instance : List.of("post-0", "post-1")) {
      try (Api door = new Api(running.door(instance), 1)) {
        Call show =
            Call.post("/internal/operator/aggregates/show")
                .json(Map.of("key", key))
                .header("X-Isegoria-Internal", running.internalSecret());
        Answer answer = door.known(show, KNOWN_MAX);
        if (answer.status() == 200) {
          return answer.json().path("state").path("@type").asString();
        }
      }
    }
    return "nowhere";
  }
}
