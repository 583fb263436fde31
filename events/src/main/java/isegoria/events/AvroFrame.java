package isegoria.events;

import java.nio.ByteBuffer;

/** What stands before a record's Avro: a zero byte and its schema's number, as sinks expect it. */
final class AvroFrame {

  static final int BYTES = 1 + Integer.BYTES;

  private static final byte MAGIC = 0;

  private AvroFrame() {}

  static byte[] of(int schemaId) {
    return ByteBuffer.allocate(BYTES).put(MAGIC).putInt(schemaId).array();
  }

  /** The number of the schema that a record was written with. */
  static int schemaId(byte[] record) {
    if (record.length < BYTES || record[0] != MAGIC) {
      throw new IllegalArgumentException(
          "record: " + record.length + " bytes (expected: a zero byte, a schema id, Avro)");
    }
    return ByteBuffer.wrap(record, 1, Integer.BYTES).getInt();
  }
}
