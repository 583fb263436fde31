package isegoria.benchmarks.fame;

import isegoria.benchmarks.load.Mix;
import isegoria.benchmarks.load.OpenLoop;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.client.UnexpectedAnswer;
import isegoria.tests.platform.Running;
import isegoria.tests.world.Imports;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** People with tokens who follow each other, post and read: those whom fame must not delay. */
final class BackgroundUsers {
  private static final int FOLLOWED = 8;
  private static final int READS_PER_POST = 5;

  /** The first of them whom none of the others follows: only the crowd follows that one. */
  static final int APART = 2;

  private final Person[] people;

  private BackgroundUsers(Person[] people) {
    this.people = people;
  }

  static BackgroundUsers enrol(Running running, Api api, int count) {
    List<String> names = IntStream.range(0, count).mapToObj(i -> "bystander" + i).toList();
    Person[] people = Imports.people(running, api, names).toArray(Person[]::new);
    int circle = count - APART;
    for (int person = 0; person < circle; person++) {
      for (int next = 1; next <= Math.min(FOLLOWED, circle - 1); next++) {
        people[APART + person].follow(people[APART + (person + next) % circle]);
      }
    }
    return new BackgroundUsers(people);
  }

  Person person(int number) {
    return people[number];
  }

  int size() {
    return people.length;
  }

  /** The latencies of a load whose requests do not wait for each other. */
  OpenLoop.Sent live(double perSecond, Duration length, SplittableRandom random) {
    var mix =
        new Mix(
            READS_PER_POST,
            _ -> {
              once(
                  anybody()
                      .publishing("Seen " + ThreadLocalRandom.current().nextInt(), "public", null));
              return CompletableFuture.completedStage(null);
            },
            () -> {
              Person reader = anybody();
              once(Call.get("/api/v1/timelines/home").as(reader.token()));
            });
    return new OpenLoop(perSecond, length).send(mix, random);
  }

  private Person anybody() {
    return people[ThreadLocalRandom.current().nextInt(APART, people.length)];
  }

  /** Without asking again: who is refused was not served. */
  private void once(Call call) {
    try {
      var _ = people[0].api().send(call).expect(200);
    } catch (IOException e) {
      throw new UnexpectedAnswer(call + ": " + e, e);
    }
  }
}
