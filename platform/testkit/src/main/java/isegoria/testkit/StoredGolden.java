package isegoria.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Decision;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.StoredAggregate;
import isegoria.eventsourcing.record.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that an aggregate type stores, one file for each version, and whether today's code
 * reads every one of them.
 *
 * <p>It exists so that a change of what is stored needs a version and an upcaster before it can be
 * merged: old bytes are still in stores and topics.
 */
public final class StoredGolden<C, S, E, R> {

  private final AggregateType<C, S, E, R> type;
  private final Map<String, byte[]> bytes = new LinkedHashMap<>();

  private StoredGolden(AggregateType<C, S, E, R> type) {
    this.type = type;
  }

  /** Holds the bytes of these histories' states and of what comes of these commands to goldens. */
  public static <C, S, E, R> void matches(
      AggregateType<C, S, E, R> type, Map<String, List<E>> histories, Map<String, C> commands) {
    var golden = new StoredGolden<>(type);
    histories.forEach(golden::addState);
    commands.forEach(golden::addCommand);
    golden.addOutcomes(histories, commands);
    // Before the golden may be rewritten: what was stored under this version is stored for ever.
    for (int version = 1; version <= type.version(); version++) {
      golden.readsAll(version);
    }
    Golden.file(golden.file(type.version())).matches(golden.text());
  }

  private String file(int version) {
    return "stored/%s.v%d.txt".formatted(type.name(), version);
  }

  private void addState(String name, List<E> history) {
    S state = type.decider().evolve(type.decider().initial(), history);
    bytes.put(
        "state: " + name,
        type.storedJson()
            .encode(new StoredAggregate<>(state, history.size(), Instant.EPOCH, "", null, null)));
  }

  private void addCommand(String name, C command) {
    bytes.put("command: " + name, type.commandJson().encode(command));
  }

  /** The first outcome with each kind of fact, and with each kind of rejection. */
  private void addOutcomes(Map<String, List<E>> histories, Map<String, C> commands) {
    Set<Class<?>> seen = new LinkedHashSet<>();
    histories.forEach((given, history) -> {
      S state = type.decider().evolve(type.decider().initial(), history);
      commands.forEach((name, command) -> {
        String title = "outcome: %s, %s".formatted(given, name);
        switch (type.decider().decide(state, command)) {
          case Decision.Rejected<E, R>(R reason) -> {
            if (seen.add(reason.getClass())) {
              addOutcome(title, Verdict.REJECTED, reason, List.of(), state);
            }
          }
          case Decision.Accepted<E, R>(List<E> events) -> {
            if (events.stream().map(Object::getClass).filter(seen::add).count() > 0) {
              S after = type.decider().evolve(state, events);
              addOutcome(title, Verdict.ACCEPTED, null, events, after);
            }
          }
        }
      });
    });
  }

  private void addOutcome(
      String title, Verdict verdict, @Nullable R reason, List<E> events, S state) {
    bytes.put(
        title,
        type.outcomeJson()
            .encode(
                new Outcome<>(
                    type.name(),
                    "o/a",
                    "c",
                    "",
                    verdict,
                    Instant.EPOCH,
                    1,
                    reason,
                    events,
                    state,
                    "")));
  }

  private String text() {
    var text = new StringBuilder();
    bytes.forEach((name, value) ->
        text.append(name)
            .append('\n')
            .append(new String(value, StandardCharsets.UTF_8))
            .append('\n'));
    return text.toString();
  }

  /** Every line that was written down, read today and written again, is today's. */
  private void readsAll(int version) {
    List<String> lines = Golden.file(file(version)).lines();
    for (int line = 0; line + 1 < lines.size(); line += 2) {
      byte[] today = bytes.get(lines.get(line));
      byte[] read = again(lines.get(line), lines.get(line + 1).getBytes(StandardCharsets.UTF_8));
      if (today != null) {
        assertThat(new String(read, StandardCharsets.UTF_8))
            .as("%s of version %d: %s", type.name(), version, lines.get(line))
            .isEqualTo(new String(today, StandardCharsets.UTF_8));
      }
    }
  }

  private byte[] again(String name, byte[] stored) {
    if (name.startsWith("state: ")) {
      return type.storedJson().encode(type.storedJson().decode(stored));
    }
    return name.startsWith("command: ")
        ? type.commandJson().encode(type.commandJson().decode(stored))
        : type.outcomeJson().encode(type.outcomeJson().decode(stored));
  }
}
