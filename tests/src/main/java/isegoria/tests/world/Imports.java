package isegoria.tests.world;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
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
  private static final Duration PATIENCE = Duration.ofMinutes(5);

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
