package isegoria.timeline;

import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a decider rules of each command after each history, as a text. */
public final class RuleTable {

  private RuleTable() {}

  /** A block for each history, a line for each command. */
  public static <C, S, E, R> String of(
      Decider<C, S, E, R> decider, Map<String, List<E>> histories, Map<String, C> commands) {
    var table = new StringBuilder();
    int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
    histories.forEach((given, history) -> {
      table.append("given ").append(given).append('\n');
      S state = decider.evolve(decider.initial(), history);
      commands.forEach((name, command) ->
          table
              .append("  ")
              .append(name)
              .repeat(' ', width - name.length())
              .append(" -> ")
              .append(ruling(decider.decide(state, command)))
              .append('\n'));
    });
    return table.toString();
  }

  private static <E, R> String ruling(Decision<E, R> decision) {
    return switch (decision) {
      case Decision.Rejected<E, R>(R reason) -> "refused: " + reason;
      case Decision.Accepted<E, R>(List<E> events) when events.isEmpty() -> "so already";
      case Decision.Accepted<E, R>(List<E> events) ->
          events.stream()
              .map(event -> event.getClass().getSimpleName())
              .collect(Collectors.joining(", "));
    };
  }
}
