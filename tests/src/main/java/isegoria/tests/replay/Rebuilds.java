package isegoria.tests.replay;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.UnexpectedAnswer;
import isegoria.tests.platform.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Asks every instance of every service to make its tables again, and waits for all parts. */
final class Rebuilds implements AutoCloseable {

  private static final String PATH = "/internal/operator/rebuild";
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration END_MAX = Duration.ofMinutes(10);

  /** Asked again when a part moved from one instance to another between two of the questions. */
  private static final int ROUNDS_MAX = 5;

  private final List<Door> doors;
  private final String secret;

  /** One instance, past the gateway. */
  private record Door(String service, Api api) {}

  private Rebuilds(List<Door> doors, String secret) {
    this.doors = doors;
    this.secret = secret;
  }

  static Rebuilds of(Running running) {
    List<Door> doors = new ArrayList<>();
    for (Running.Unit unit : running.units()) {
      String service = unit.name().replaceFirst("-\\d+$", "");
      if (Documented.KEYSPACES.contains(service)) {
        doors.add(new Door(service, new Api(running.door(unit.name()), 1)));
      }
    }
    return new Rebuilds(doors, running.internalSecret());
  }

  /** Aggregates that were applied, by all services together. */
  long all() {
    long restored = 0;
    for (String service : Documented.KEYSPACES) {
      restored += one(service);
    }
    return restored;
  }

  /** Has one service make its tables again. */
  private long one(String service) {
    List<Api> instances =
        doors.stream().filter(door -> door.service().equals(service)).map(Door::api).toList();
    Set<String> missing = Set.of(service);
    for (int round = 0; round < ROUNDS_MAX; round++) {
      instances.forEach(instance -> asked(instance, Call.post(PATH), 202));
      List<Answer> ends = awaitEnd(service, instances);
      missing = words(ends, "parts");
      missing.removeAll(words(ends, "done"));
      if (missing.isEmpty()) {
        instances.forEach(instance -> asked(instance, Call.post(PATH + "/end"), 200));
        return ends.stream().mapToLong(end -> end.json().path("restored").asLong()).sum();
      }
    }
    throw new UnexpectedAnswer(service + ": not rebuilt: " + missing + " (expected: nothing)");
  }

  private List<Answer> awaitEnd(String service, List<Api> instances) {
    long end = System.nanoTime() + END_MAX.toNanos();
    while (true) {
      List<Answer> states =
          instances.stream().map(instance -> asked(instance, Call.get(PATH), 200)).toList();
      for (Answer state : states) {
        if (!state.text("failure").isEmpty()) {
          throw new UnexpectedAnswer(service + ": " + state.text("failure"));
        }
      }
      if (states.stream().noneMatch(Rebuilds::isUnderWay)) {
        return states;
      }
      if (System.nanoTime() > end) {
        throw new UnexpectedAnswer(service + ": not rebuilt after " + END_MAX);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static boolean isUnderWay(Answer state) {
    return state.json().path("running").asBoolean(true)
        || state.json().path("behind").asLong(1) > 0;
  }

  private Answer asked(Api instance, Call call, int status) {
    return instance.known(call.header("X-Isegoria-Internal", secret), Api.PATIENCE).expect(status);
  }

  private static Set<String> words(List<Answer> states, String field) {
    Set<String> words = new HashSet<>();
    states.forEach(state -> state.json().path(field).forEach(word -> words.add(word.asString())));
    return words;
  }

  @Override
  public void close() {
    doors.forEach(door -> door.api().close());
  }
}
