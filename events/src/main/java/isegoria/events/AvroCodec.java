package isegoria.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic's records to and from bytes: a zero byte, the schema's number, Avro.
 *
 * <p>The framing is the one that sinks and SQL engines expect. What is read is resolved from the
 * schema it was written with to the one this build knows, so old records stay readable for ever.
 */
public final class AvroCodec<T extends SpecificRecord> {

  static final SchemaIds IDS = new ClasspathSchemaIds();

  private final int id;
  private final Schema reader;
  private final SpecificData model;
  private final SpecificDatumWriter<T> writer;
  private final Map<Integer, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();
  private final SchemaIds ids;

  private AvroCodec(Topic topic, Schema schema, SchemaIds ids) {
    this.ids = ids;
    this.id = ids.idOf(topic.name());
    this.reader = schema;
    this.model = AvroModel.of(schema);
    this.writer = new SpecificDatumWriter<>(schema, model);
  }

  /** The codec of a topic; {@code type} names its generated class. */
  public static <T extends SpecificRecord> AvroCodec<T> of(Topic topic, Class<T> type) {
    return new AvroCodec<>(topic, AvroModel.schema(type), IDS);
  }

  public byte[] encode(T value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    out.writeBytes(AvroFrame.of(id));
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      writer.write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Reads a record; throws {@code IllegalArgumentException} for bytes that are not one. */
  public T decode(byte[] bytes) {
    int writerId = AvroFrame.schemaId(bytes);
    SpecificDatumReader<T> datum =
        readers.computeIfAbsent(
            writerId, i -> new SpecificDatumReader<>(ids.schemaOf(i), reader, model));
    return AvroFrame.body(datum, bytes);
  }
}
