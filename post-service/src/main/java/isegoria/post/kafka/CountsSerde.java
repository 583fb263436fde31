package isegoria.post.kafka;

import isegoria.post.read.counts.Counts;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Counts in the fold's own stores and topics: three numbers and a flag. */
final class CountsSerde {

  private static final int BYTES = 3 * Long.BYTES + 1;

  private CountsSerde() {}

  static Serde<Counts> create() {
    return Serdes.serdeFrom((topic, counts) -> encode(counts), (topic, bytes) -> decode(bytes));
  }

  private static byte[] encode(Counts counts) {
    return ByteBuffer.allocate(BYTES)
        .putLong(counts.favourites())
        .putLong(counts.boosts())
        .putLong(counts.replies())
        .put((byte) (counts.gone() ? 1 : 0))
        .array();
  }

  private static Counts decode(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new SerializationException("counts: " + bytes.length + " bytes (expected: " + BYTES);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return new Counts(in.getLong(), in.getLong(), in.getLong(), in.get() == 1);
  }
}
