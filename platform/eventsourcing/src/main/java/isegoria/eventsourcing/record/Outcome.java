package isegoria.eventsourcing.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exactly one per command: what became of it, with the facts and the state after them.
 *
 * <p>Projections and replies are driven by outcomes and by nothing else, so progress is contiguous:
 * a command that changed nothing has an outcome too.
 *
 * @param recordedAt when it was decided; the write time of every row it causes
 * @param sequence of the first fact in its stream, from 1
 * @param positions where the aggregate's last change can be seen, as the position header says it
 */
public record Outcome<S, E, R>(
    @JsonProperty("family") String aggregateType,
    String key,
    String commandId,
    String actor,
    Verdict verdict,
    Instant recordedAt,
    long sequence,
    @JsonProperty("refused") @Nullable R rejection,
    List<E> events,
    S state,
    String positions) {

  public Outcome {
    events = List.copyOf(events);
  }

  /** The write time of the rows that this outcome causes, µs since 1970. */
  public long recordedMicros() {
    return recordedAt.getEpochSecond() * 1_000_000L + recordedAt.getNano() / 1_000;
  }
}
