package isegoria.eventsourcing.wire;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The names of the record headers that the runtime writes, and how they are read. */
public final class RecordHeader {

  public static final String AGGREGATE_TYPE = "family";
  public static final String COMMAND_ID = "command_id";
  public static final String ACTOR = "actor";
  public static final String OCCURRED_AT = "occurred_at";
  public static final String DEADLINE = "deadline";

  /** On a command whose id may come again: its first outcome is remembered. */
  public static final String REPEATABLE = "repeatable";

  public static final String REPLY_PARTITION = "reply_partition";
  public static final String REPLY_ASK = "reply_ask";
  public static final String REPEATED = "repeated";
  public static final String ERROR = "error";

  /** On what is no ordinary command: {@link #RELEASE} or {@link #ERASE}. */
  public static final String OPERATION = "operation";

  /** Has a quarantined aggregate take commands again. */
  public static final String RELEASE = "release";

  /**
   * The command erases: it passes its owner's marker, and an aggregate that cannot be read ends.
   */
  public static final String ERASE = "erase";

  /** On every published event and state: the offset of the command that caused it. */
  public static final String POSITION = "position";

  public static final String RECORDED_AT = "recorded_at";
  public static final String TRACEPARENT = "traceparent";
  public static final String CE_TYPE = "ce_type";
  public static final String CE_ID = "ce_id";
  public static final String CE_SOURCE = "ce_source";
  public static final String CE_TIME = "ce_time";
  public static final String CE_SUBJECT = "ce_subject";
  public static final String CE_SPEC = "ce_specversion";

  /** How many facts the stream has after this record, as CloudEvents' Sequence extension says. */
  public static final String CE_SEQUENCE = "ce_sequence";

  public static final String CONTENT_TYPE = "content-type";

  private static final long MICROS_PER_MILLI = 1_000;

  private RecordHeader() {}

  public static byte[] bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  /** The header's text, or null when there is none. */
  public static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The header's text; throws {@code IllegalArgumentException} when there is none. */
  public static String required(Headers headers, String name) {
    String value = text(headers, name);
    if (value == null) {
      throw new IllegalArgumentException("header " + name + ": missing");
    }
    return value;
  }

  /** When the change was recorded, in µs: rows are written with it, so that the newest wins. */
  public static long recordedMicros(ConsumerRecord<?, ?> change) {
    String recorded = text(change.headers(), RECORDED_AT);
    return recorded == null ? change.timestamp() * MICROS_PER_MILLI : Long.parseLong(recorded);
  }

  /** Whether the record is of the first fact of its stream: nothing was there before. */
  public static boolean isFirst(Headers headers) {
    return "1".equals(text(headers, CE_SEQUENCE));
  }

  /** Whether an outcome is the first one of a command that came again. */
  public static boolean isRepeated(Headers headers) {
    return Boolean.parseBoolean(text(headers, REPEATED));
  }

  /** The position header's number, or -1 when there is none or it is not a number. */
  public static long position(Headers headers) {
    String value = text(headers, POSITION);
    try {
      return value == null ? -1 : Long.parseLong(value);
    } catch (NumberFormatException notOne) {
      return -1;
    }
  }
}
