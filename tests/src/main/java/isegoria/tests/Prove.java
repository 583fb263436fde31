package isegoria.tests;

import isegoria.infra.DevSystem;
import isegoria.tests.live.StreamsRun;
import isegoria.tests.once.AppendProof;
import isegoria.tests.once.AppendResult;
import isegoria.tests.overload.OverloadResult;
import isegoria.tests.platform.Running;
import isegoria.tests.platform.Systems;
import isegoria.tests.replay.ReplayResult;
import isegoria.tests.signup.SignUpAudit;
import isegoria.tests.survivor.Survival;
import isegoria.tests.sweep.Result;
import isegoria.tests.world.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs every proof at its full size, one after the other, and prints for each whether it is met and
 * the figures. SEED makes a run again; GRAPH names the edge list of the world; SCALE divides all
 * sizes; ONLY=world,kills runs some, by the names they are printed with.
 */
public final class Prove {

  /** As they are printed. */
  public static final List<String> NAMES =
      List.of(
          "exactly-once",
          "kills",
          "one-of-two",
          "streams",
          "sign-ups",
          "world",
          "overload",
          "sweep",
          "replay",
          "bench");

  private final Settings setting;
  private final int scale;
  private final long seed;
  private final List<String> verdicts = new ArrayList<>();
  private boolean allMet = true;

  private Prove(Settings setting) {
    this.setting = setting;
    this.scale = setting.number("SCALE", 1);
    this.seed = setting.seed();
  }

  /** One proof: its figures, and whether they are as they must be. */
  private record Proof(boolean met, String figures) {}

  @FunctionalInterface
  private interface Proving {
    Proof prove() throws IOException;
  }

  public static void main(String[] args) {
    var prove = new Prove(Settings.ofProcess());
    System.out.println("prove: seed " + prove.seed + ", sizes divided by " + prove.scale);
    prove.all();
    prove.verdicts.forEach(System.out::println);
    System.exit(prove.allMet ? 0 : 1);
  }

  private void all() {
    var proofs =
        List.<Proving>of(
            this::exactlyOnce,
            this::kills,
            this::oneOfTwo,
            this::streams,
            this::signUps,
            this::world,
            this::overload,
            this::sweep,
            this::replay,
            this::bench);
    for (int i = 0; i < proofs.size(); i++) {
      prove(NAMES.get(i), proofs.get(i));
    }
  }

  private void prove(String name, Proving proving) {
    if (setting.text("ONLY").isPresent() && !only().contains(name)) {
      return;
    }
    System.out.println("prove: " + name);
    String verdict;
    try {
      Proof proof = proving.prove();
      allMet &= proof.met();
      verdict = (proof.met() ? "met:    " : "MISSED: ") + proof.figures();
    } catch (IOException | RuntimeException e) {
      allMet = false;
      verdict = "MISSED: " + name + ": " + e;
    }
    System.out.println(verdict);
    verdicts.add(verdict);
  }

  private List<String> only() {
    return List.of(setting.text("ONLY").orElse("").split(","));
  }

  private Proof exactlyOnce() {
    AppendResult result =
        ExactlyOnce.run(new AppendProof.Sizes(2_000 / scale, Math.max(1, 20 / scale), true, seed));
    return new Proof(result.holds(), result.line());
  }

  private Proof kills() throws IOException {
    try (DevSystem system = Systems.start("prove-kills", 2)) {
      var sizes = new Kills.Sizes(200, 2_000 / scale, Kills.ALL, seed);
      Comparison comparison = Kills.run(system, sizes);
      return new Proof(comparison.holds(), "kills: " + comparison.line());
    }
  }

  private Proof oneOfTwo() {
    try (DevSystem system = Systems.start("prove-one-of-two", 2)) {
      Survival.Result result = OneOfTwo.run(system, setting);
      return new Proof(result.holds(), result.line());
    }
  }

  private Proof streams() {
    try (DevSystem system = Systems.start("prove-streams", 2)) {
      StreamsRun.Result result = Streams.run(system, setting);
      return new Proof(result.holds(), result.line());
    }
  }

  private Proof signUps() {
    try (DevSystem system = Systems.start("prove-sign-ups", 2)) {
      int kills = Math.max(1, setting.number("SIGN_UP_KILLS", SignUps.KILLS) / scale);
      SignUpAudit.Result result = SignUps.run(system, new SignUps.Sizes(kills, true, seed));
      return new Proof(result.holds(), result.line());
    }
  }

  private Proof world() throws IOException {
    Map<String, String> sizes = new HashMap<>(setting.environment());
    sizes.put("SEED", Long.toString(seed));
    sizes.put("STATE", Path.of("target", "prove-world-" + System.currentTimeMillis()).toString());
    sizes.putIfAbsent("POSTS", Integer.toString(5_000 / scale));
    sizes.putIfAbsent("PEOPLE", Integer.toString(7_000 / scale));
    sizes.putIfAbsent("EDGES", Integer.toString(100_000 / scale));
    try (DevSystem system = Systems.startForLoad("prove-world", 2)) {
      Comparison comparison = World.run(new Settings(sizes), Running.of(system));
      return new Proof(comparison.holds(), "world: " + comparison.line());
    }
  }

  private Proof overload() {
    try (DevSystem system = Systems.startForLoad("prove-overload", 2)) {
      OverloadResult result = Overload.run(setting, Running.of(system));
      return new Proof(result.holds(), result.line());
    }
  }

  private Proof sweep() throws IOException {
    Result result = Sweep.run("prove-sweep", seed, true);
    return new Proof(result.holds(), result.line());
  }

  private Proof replay() throws IOException {
    ReplayResult result = Replay.run("prove-replay", Replay.full(scale, seed));
    return new Proof(result.holds(), result.line());
  }

  private Proof bench() {
    Bench.Result result = Bench.onItsOwn(setting);
    return new Proof(result.holds(), "bench: " + result.line());
  }
}
