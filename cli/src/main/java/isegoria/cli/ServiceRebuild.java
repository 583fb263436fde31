package isegoria.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Has all instances of one service make its tables again from topics, and waits for the end. */
final class ServiceRebuild {

  private static final String PATH = "/internal/operator/rebuild";
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** Asked again when a part moved from one instance to another between two of the questions. */
  private static final int ROUNDS_MAX = 5;

  private final List<OperatorApi> instances;
  private final ProgressBar bar;
  private long most = 1;

  ServiceRebuild(String service, List<OperatorApi> instances, PrintWriter err) {
    this.instances = List.copyOf(instances);
    this.bar = new ProgressBar(err, service);
  }

  /** Parts of the service's tables that were rebuilt. */
  int run() throws InterruptedException {
    Set<String> missing = Set.of();
    for (int round = 0; round < ROUNDS_MAX; round++) {
      for (OperatorApi instance : instances) {
        instance.post(PATH, UUID.randomUUID().toString(), Map.of());
      }
      List<JsonNode> ends = awaitEnd();
      Set<String> parts = words(ends, "parts");
      missing = new HashSet<>(parts);
      missing.removeAll(words(ends, "done"));
      if (missing.isEmpty()) {
        for (OperatorApi instance : instances) {
          instance.post(PATH + "/end", UUID.randomUUID().toString(), Map.of());
        }
        bar.end();
        return parts.size();
      }
    }
    throw CliException.refused("not rebuilt: " + missing + " (expected: nothing; run it again)");
  }

  private List<JsonNode> awaitEnd() throws InterruptedException {
    while (true) {
      List<JsonNode> states = new ArrayList<>();
      boolean running = false;
      long behind = 0;
      long restored = 0;
      for (OperatorApi instance : instances) {
        JsonNode state = instance.get(PATH);
        String failure = state.path("failure").asString("");
        if (!failure.isEmpty()) {
          throw CliException.refused("ended before its time: " + failure);
        }
        running |= state.path("running").asBoolean(false);
        behind += state.path("behind").asLong(0);
        restored += state.path("restored").asLong(0);
        states.add(state);
      }
      most = Math.max(most, behind);
      bar.show(most - behind + restored, 1 - (double) behind / most);
      if (!running && behind == 0) {
        return states;
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  private static Set<String> words(List<JsonNode> states, String field) {
    Set<String> words = new HashSet<>();
    for (JsonNode state : states) {
      state.path(field).forEach(word -> words.add(word.asString()));
    }
    return words;
  }
}
