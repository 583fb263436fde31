package isegoria.tests.world;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.platform.Running;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * An operator imports everybody, a batch at a time, and gives each a token: no passwords, so no
 * time goes into hashing them.
 */
public record Imports(Api operator, String secret, int atOnceMax) implements Enrolment {
  private static final int BATCH = 100;
  private static final int AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Imports these into a running system; their calls go by the given way. */
  public static List<Person> people(Running running, Api api, List<String> names) {
    var people = new Person[names.size()];
    try (var operator = new Api(running.door("account-0"), AT_ONCE)) {
      new Imports(operator, running.internalSecret(), AT_ONCE)
          .enrol(
              names,
              (place, one) ->
                  people[place] = new Person(api, one.id(), names.get(place), one.token()));
    }
    return List.of(people);
  }

  @Override
  public void enrol(List<String> names, BiConsumer<Integer, Enrolled> enrolled) {
    for (int from = 0; from < names.size(); from += BATCH) {
      List<String> batch = names.subList(from, Math.min(names.size(), from + BATCH));
      // Names that are taken were imported by a load that was stopped.
      Answer imported =
          asked(
              "/internal/operator/accounts/import",
              Map.of("accounts", batch.stream().map(name -> Map.of("username", name)).toList()));
      int start = from;
      ParallelTasks.run(
          batch.size(),
          atOnceMax,
          place -> {
            String name = batch.get(place);
            String token =
                asked("/internal/operator/tokens", Map.of("username", name)).text("access_token");
            String id = imported.json().path("ids").path(name).asString("");
            enrolled.accept(start + place, new Enrolled(id.isEmpty() ? idOf(name) : id, token));
          });
    }
  }

  private String idOf(String name) {
    Call call = Call.get("/api/v1/accounts/lookup?acct=" + name);
    return operator.known(call, PATIENCE).expect(200).id();
  }

  private Answer asked(String path, Map<String, ?> fields) {
    Call call = Call.post(path).json(fields).header("X-Isegoria-Internal", secret);
    return operator.known(call, PATIENCE).expect(200);
  }
}
