package isegoria.tests.effect;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import isegoria.api.endpoint.Unbuilt;
import isegoria.testkit.Golden;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of all endpoints for readers, from what the journeys show. */
final class ApiTableTest {
  private static final Set<String> SHOWN = Shown.endpoints();

  @Test
  void every_endpoint_that_counts_as_built_is_shown_to_work_by_a_journey() {
    assertThat(
            Endpoints.all().stream()
                .filter(endpoint -> endpoint.unbuilt() == null)
                .map(Endpoint::name)
                .filter(name -> !SHOWN.contains(name)))
        .isEmpty();
  }

  @Test
  void a_journey_shows_what_is_listed() {
    assertThat(SHOWN)
        .isSubsetOf(Endpoints.all().stream().map(Endpoint::name).collect(Collectors.toSet()));
  }

  @Test
  void the_table_reads_as_follows() {
    Map<String, Integer> counts = new TreeMap<>();
    StringBuilder rows = new StringBuilder();
    for (Endpoint endpoint : Endpoints.all()) {
      counts.merge(status(endpoint), 1, Integer::sum);
      rows.append(
          "| %s | `%s` | %s | %s | %s |\n"
              .formatted(
                  endpoint.method(),
                  endpoint.path(),
                  endpoint.priority(),
                  endpoint.access(),
                  answer(endpoint)));
    }
    Golden.generated("api.md")
        .matches(
            """
            # The client API

            Every endpoint that clients of the Mastodon API know, and what this server answers;
            at the end those that are its own.
            An endpoint works when a journey read its effect back by another endpoint and with
            another token. What is not built says so: a read is empty, what names one thing is
            404, a write is 501. P0: no client works without it; P1: people expect it; P2: the
            rest. A test writes this file.

            """
                + counts.entrySet().stream()
                    .map(count -> "%d %s".formatted(count.getValue(), count.getKey()))
                    .collect(Collectors.joining(", ", "", ".\n\n"))
                + """
                | Method | Path | Priority | Who may ask | Here |
                |---|---|---|---|---|
                """
                + rows);
  }

  private static String status(Endpoint endpoint) {
    Unbuilt unbuilt = endpoint.unbuilt();
    if (SHOWN.contains(endpoint.name()) || unbuilt == null) {
      return "works";
    }
    if (!endpoint.refusal().isEmpty()) {
      return "refused";
    }
    return unbuilt.status() == 200 ? "honest empty" : "later";
  }

  private static String answer(Endpoint endpoint) {
    String status = status(endpoint);
    Unbuilt unbuilt = endpoint.unbuilt();
    return switch (status) {
      case "honest empty" -> status + " `" + (unbuilt == null ? "" : unbuilt.body()) + "`";
      case "later" -> "later; " + (unbuilt == null ? "" : unbuilt.status());
      case "refused" -> "refused: " + endpoint.refusal();
      default -> status;
    };
  }
}
