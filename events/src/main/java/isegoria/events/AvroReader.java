package isegoria.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A topic's records as one consumer needs them: of each, the fields that it has declared to read.
 *
 * <p>What is not declared is not there: null, zero or false. So a consumer cannot come to depend on
 * a field without its declaration saying so, and the declarations tell whom a change would break.
 */
public final class AvroReader<T extends SpecificRecord> {

  private final Schema schema;
  private final SpecificData model;
  private final SchemaIds ids;

  /** Where a record says which of its fields it has, or null where it has no kinds. */
  private final Schema.@Nullable Field kind;

  private final Map<Integer, SpecificDatumReader<T>> byWriter = new ConcurrentHashMap<>();

  AvroReader(Schema schema, SpecificData conversions, SchemaIds ids) {
    this.schema = schema;
    this.ids = ids;
    this.kind = schema.getField("type");
    this.model = new SpecificData(AvroReader.class.getClassLoader());
    // What is read of an event is worked out once, and not for each event.
    model.setFastReaderEnabled(true);
    conversions.getConversions().forEach(model::addLogicalTypeConversion);
  }

  /**
   * The reader of another service's topic, as this service declares it in {@code
   * src/main/avro-reader}.
   *
   * @throws IllegalArgumentException when it declares nothing for this topic
   */
  public static <T extends SpecificRecord> AvroReader<T> of(Topic topic, Class<T> type) {
    Schema whole = AvroModel.schema(type);
    Schema fields = DeclaredFields.inPlace(declared(topic), whole);
    return new AvroReader<>(fields, AvroModel.of(whole), AvroCodec.IDS);
  }

  private static Schema declared(Topic topic) {
    String file = "/avro-reader/" + topic.name() + ".avsc";
    try (InputStream in = AvroReader.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            file + ": missing (expected: the fields of " + topic.name() + " that are read here)");
      }
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a record.
   *
   * @throws UnknownKind when it is of a kind that was added after this version
   * @throws IllegalArgumentException for bytes that are not a record
   */
  public T decode(byte[] bytes) {
    int writer = AvroFrame.schemaId(bytes);
    SpecificDatumReader<T> datum =
        byWriter.computeIfAbsent(
            writer, id -> new SpecificDatumReader<>(ids.schemaOf(id), schema, model));
    T record = AvroFrame.body(datum, bytes);
    if (kind != null
        && record.getSchema().getField(String.valueOf(record.get(kind.pos()))) == null) {
      throw new UnknownKind(schema.getName(), String.valueOf(record.get(kind.pos())));
    }
    return record;
  }
}
