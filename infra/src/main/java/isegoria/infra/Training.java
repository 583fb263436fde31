package isegoria.infra;

import isegoria.infra.seed.ClientApi;
import isegoria.infra.seed.Seed;
import isegoria.testkit.backing.AotCache;
import isegoria.testkit.backing.EmbeddedBacking;
import isegoria.testkit.backing.EmbeddedKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of the whole system whose processes record their AOT caches: it is seeded, read for a
 * while and stopped. The build calls it; it does nothing until a library or the JDK changes.
 */
final class Training {
  /** Enough that what every request calls is called often, and not a second longer. */
  private static final int ROUNDS = 60;

  private static final int POST_EVERY_ROUNDS = 6;
  private static final List<String> PAGES =
      List.of(
          "/api/v1/timelines/home",
          "/api/v1/timelines/public",
          "/api/v1/accounts/verify_credentials",
          "/api/v1/bookmarks",
          "/api/v1/instance");

  private final DevConfig config;
  private final Progress progress;

  private Training(DevConfig config, Progress progress) {
    this.config = config;
    this.progress = progress;
  }

  /** Records the caches that are absent; false when one of them is absent still. */
  static boolean complete(DevConfig config, Progress progress) {
    Map<String, AotCache> absent = absent(config);
    if (absent.isEmpty()) {
      return true;
    }
    progress.say(
        "AOT caches     recorded once for these libraries, in a few minutes: "
            + String.join(", ", absent.keySet()));
    Instant began = Instant.now();
    DevConfig apart =
        config.withData(config.root().resolve("target/training")).withFreePorts().withInstances(1);
    EmbeddedBacking.deleteRecursively(apart.data());
    AotCache.recordDuring(new Training(apart, progress)::run);
    boolean complete = true;
    for (var each : absent.entrySet()) {
      if (!each.getValue().publish()) {
        complete = false;
        progress.say(
            "AOT caches     not recorded: %s, which starts without one; its log is in %s"
                .formatted(each.getKey(), apart.logsDirectory()));
      }
    }
    if (complete) {
      EmbeddedBacking.deleteRecursively(apart.data());
      progress.say(
          "AOT caches     recorded in %d s"
              .formatted(Duration.between(began, Instant.now()).toSeconds()));
    }
    return complete;
  }

  /** The caches that a start would look for in vain, by the name of their process. */
  static Map<String, AotCache> absent(DevConfig config) {
    var caches = new LinkedHashMap<String, AotCache>();
    caches.put("kafka", EmbeddedKafka.aotCache());
    for (ServiceKind kind : ServiceKind.values()) {
      if (kind.instances(config) > 0) {
        caches.put(kind.label(), kind.aotCache(config));
      }
    }
    caches.values().removeIf(AotCache::exists);
    return caches;
  }

  private void run() {
    try (DevSystem system = DevSystem.start(config, progress)) {
      var seed = new Seed(system.origin(), config.data().resolve("seed.json"));
      seed.plant(progress::say);
      read(new ClientApi(system.origin()), seed.token("ana"));
      progress.say("AOT caches     written as the processes end");
    }
  }

  private static void read(ClientApi api, String token) {
    for (int round = 0; round < ROUNDS; round++) {
      for (String page : PAGES) {
        api.get(page, token);
      }
      if (round % POST_EVERY_ROUNDS == 0) {
        api.post(
            "/api/v1/statuses", token, "training-" + round, Map.of("status", "Round " + round));
      }
    }
  }
}
