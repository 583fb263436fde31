package isegoria.eventsourcing.read;

import isegoria.eventsourcing.wire.RecordHeader;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

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

  private static final int TOPIC_LENGTH_MAX = 80;
  private static final int PARTITION_DIGITS_MAX = 5;
  private static final int OFFSET_DIGITS_MAX = 18;

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
      Position position = parseOne(word.strip());
      if (position != null && positions.size() < HEADER_POSITIONS_MAX) {
        positions.add(position);
      }
    }
    return positions;
  }

  /** Null for what is none. Without a pattern: there is one in every slim record. */
  private static @Nullable Position parseOne(String word) {
    int slash = word.indexOf('/');
    int at = word.indexOf('@');
    if (!isTopic(word, slash)
        || !isNumber(word, slash + 1, at, PARTITION_DIGITS_MAX)
        || !isNumber(word, at + 1, word.length(), OFFSET_DIGITS_MAX)) {
      return null;
    }
    return new Position(
        word.substring(0, slash),
        Integer.parseInt(word, slash + 1, at, 10),
        Long.parseLong(word, at + 1, word.length(), 10));
  }

  private static boolean isTopic(String word, int end) {
    for (int i = 0; i < end; i++) {
      char each = word.charAt(i);
      if (!isDigit(each) && !(each >= 'a' && each <= 'z') && each != '.' && each != '-') {
        return false;
      }
    }
    return end > 0 && end <= TOPIC_LENGTH_MAX;
  }

  private static boolean isNumber(String word, int begin, int end, int digitsMax) {
    for (int i = begin; i < end; i++) {
      if (!isDigit(word.charAt(i))) {
        return false;
      }
    }
    return end > begin && end - begin <= digitsMax;
  }

  private static boolean isDigit(char each) {
    return each >= '0' && each <= '9';
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "@" + offset;
  }
}
