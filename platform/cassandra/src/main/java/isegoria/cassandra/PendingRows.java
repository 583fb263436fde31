package isegoria.cassandra;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rows that wait for a request to take them, and how many requests are under way. As many rows wait
 * as {@link Writes} lets in.
 */
final class PendingRows {
  private final int requestsMax;
  private final int soon;
  private final Map<Object, ArrayDeque<PendingRow>> byReplicas = new HashMap<>();

  /** Whose turn it is: each time a request is filled, the nodes that hold the next rows. */
  private final ArrayDeque<Object> turns = new ArrayDeque<>();

  private int requests;

  /**
   * With none waiting.
   *
   * @param requestsMax under way
   * @param soon requests under way below which the next one need not be full
   */
  PendingRows(int requestsMax, int soon) {
    this.requestsMax = requestsMax;
    this.soon = soon;
  }

  synchronized void add(List<PendingRow> rows) {
    for (PendingRow row : rows) {
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
  synchronized List<PendingRow> take() {
    for (int turn = requests < requestsMax ? turns.size() : 0; turn > 0; turn--) {
      Object replicas = turns.remove();
      var same = Objects.requireNonNull(byReplicas.get(replicas), "rows");
      int rows = rowsOfOne(same);
      boolean leaves = requests < soon || isFull(rows, same);
      List<PendingRow> taken = leaves ? taken(rows, same) : List.of();
      if (same.isEmpty()) {
        byReplicas.remove(replicas);
      } else {
        turns.add(replicas);
      }
      if (leaves) {
        requests++;
        return taken;
      }
    }
    return List.of();
  }

  /** How many of the first rows share a request. */
  private static int rowsOfOne(ArrayDeque<PendingRow> same) {
    int rows = 0;
    int bytes = 0;
    for (PendingRow next : same) {
      bytes += next.bytes();
      boolean fits = !next.isAlone() && rows < Batches.ROWS_MAX && bytes <= Batches.BYTES_MAX;
      if (rows > 0 && !fits) {
        break;
      }
      rows++;
      if (next.isAlone()) {
        break;
      }
    }
    return rows;
  }

  private static boolean isFull(int rows, ArrayDeque<PendingRow> same) {
    return rows < same.size() || rows == Batches.ROWS_MAX || same.element().isAlone();
  }

  private static List<PendingRow> taken(int rows, ArrayDeque<PendingRow> from) {
    List<PendingRow> taken = new ArrayList<>(rows);
    while (taken.size() < rows) {
      taken.add(from.remove());
    }
    return taken;
  }

  /** A request has ended. */
  synchronized void leave() {
    requests--;
  }

  /** A request has ended, and each of its rows wants one of its own. */
  synchronized void returnAlone(List<PendingRow> rows) {
    requests--;
    add(rows.stream().map(PendingRow::alone).toList());
  }
}
