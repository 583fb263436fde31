package isegoria.cassandra;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that wait for a request to take them, and how many requests are under way. As many rows wait
 * as {@link Writes} lets in.
 */
final class WaitingRows {
  private final int requestsMax;
  private final Map<Object, ArrayDeque<WaitingRow>> byReplicas = new HashMap<>();

  /** Whose turn it is: each time a request is filled, the nodes that hold the next rows. */
  private final ArrayDeque<Object> turns = new ArrayDeque<>();

  private int requests;

  WaitingRows(int requestsMax) {
    this.requestsMax = requestsMax;
  }

  synchronized void add(List<WaitingRow> rows) {
    for (WaitingRow row : rows) {
      var same = byReplicas.get(row.replicas());
      if (same == null) {
        same = new ArrayDeque<>();
        byReplicas.put(row.replicas(), same);
        turns.add(row.replicas());
      }
      same.add(row);
    }
  }

  /** The rows of the next request, which is under way from now on; none when it has to wait. */
  synchronized List<WaitingRow> take() {
    Object replicas = requests < requestsMax ? turns.poll() : null;
    var same = replicas == null ? null : byReplicas.get(replicas);
    if (replicas == null || same == null) {
      return List.of();
    }
    requests++;
    List<WaitingRow> taken = filled(same);
    if (same.isEmpty()) {
      byReplicas.remove(replicas);
    } else {
      turns.add(replicas);
    }
    return taken;
  }

  private static List<WaitingRow> filled(ArrayDeque<WaitingRow> from) {
    List<WaitingRow> taken = new ArrayList<>();
    int bytes = 0;
    for (WaitingRow next = from.peek(); next != null; next = from.peek()) {
      boolean fits =
          !next.isAlone()
              && taken.size() < Batches.ROWS_MAX
              && bytes + next.bytes() <= Batches.BYTES_MAX;
      if (!taken.isEmpty() && !fits) {
        break;
      }
      bytes += next.bytes();
      taken.add(from.remove());
      if (next.isAlone()) {
        break;
      }
    }
    return taken;
  }

  /** A request has ended. */
  synchronized void leave() {
    requests--;
  }

  /** A request has ended, and each of its rows wants one of its own. */
  synchronized void returnAlone(List<WaitingRow> rows) {
    requests--;
    add(rows.stream().map(WaitingRow::alone).toList());
  }
}
