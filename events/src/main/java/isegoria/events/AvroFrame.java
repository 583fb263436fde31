package isegoria.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;

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

  /** What stands behind the frame; throws {@code IllegalArgumentException} when it is not that. */
  static <T> T body(DatumReader<T> reader, byte[] record) {
    try {
      return reader.read(
          null, DecoderFactory.get().binaryDecoder(record, BYTES, record.length - BYTES, null));
    } catch (IOException | RuntimeException e) {
      // Avro throws whatever its reading of wrong bytes leads to.
      throw new IllegalArgumentException(
          "record: " + record.length + " bytes (expected: Avro of its schema)", e);
    }
  }
}
