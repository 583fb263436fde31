package isegoria.eventsourcing.read;

import isegoria.eventsourcing.wire.RecordHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A place in a service's log that a reader must have seen: the record on this topic and partition
 * that the command at this offset caused.
 *
 * <p>It travels as text, {@code <topic>/<partition>@<offset>}, several separated by commas.
 */
public record Position(String topic, int partition, long offset) {

  /** Positions in one header: what one account writes within seconds, with room to spare. */
  public static final int HEADER_POSITIONS_MAX = 64;

  /** Sets offsets of a topic's own records apart; no topic's name and no header has it. */
  private static final String OWN = "#";

  private static final Pattern FORM = Pattern.compile("([a-z0-9.-]{1,80})/(\\d{1,5})@(\\d{1,18})");

  /**
   * The place of a record: that of the command it came from, or its own offset where it came from
   * none, as a count does. The two are never compared: they go by different names.
   */
  public static Position of(ConsumerRecord<?, ?> record) {
    long position = RecordHeader.position(record.headers());
    return position >= 0
        ? new Position(record.topic(), record.partition(), position)
        : new Position(ofOwn(record.topic()), record.partition(), record.offset());
  }

  /** The name under which a topic's own offsets go. */
  public static String ofOwn(String topic) {
    return topic + OWN;
  }

  /** Reads a header; what is not a position is left out, so that no client can break a read. */
  public static List<Position> parse(String header) {
    List<Position> positions = new ArrayList<>();
    for (String word : header.split(",", HEADER_POSITIONS_MAX + 1)) {
      Matcher form = FORM.matcher(word.strip());
      if (form.matches() && positions.size() < HEADER_POSITIONS_MAX) {
        positions.add(
            new Position(
                form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3))));
      }
    }
    return positions;
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "@" + offset;
  }
}
