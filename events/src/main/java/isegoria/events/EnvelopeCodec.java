package isegoria.events;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * A topic whose records are envelopes: one nullable field for each kind of record, of which exactly
 * one is set, and {@code type} names it.
 *
 * <p>It exists so that a fact or a state is built once, whichever topic it goes to. The envelope
 * has places for the kinds of its topic only, so nothing private fits into an open one.
 */
public final class EnvelopeCodec {

  private static final String TYPE = "type";
  private static final String META = "meta";
  private static final String UPDATED_AT = "updated_at";
  private static final String AWAITED = "awaited";

  private final Topic topic;
  private final Class<? extends SpecificRecordBase> envelope;
  private final Schema schema;
  private final AvroCodec<SpecificRecordBase> codec;

  /** The field of each kind, by the full name of its record. */
  private final Map<String, Schema.Field> kinds = new HashMap<>();

  @SuppressWarnings("unchecked") // The codec writes any record of its schema.
  private EnvelopeCodec(Topic topic, Class<? extends SpecificRecordBase> envelope) {
    this.topic = topic;
    this.envelope = envelope;
    this.schema = AvroModel.schema(envelope);
    this.codec = AvroCodec.of(topic, (Class<SpecificRecordBase>) envelope);
    for (Schema.Field field : schema.getFields()) {
      if (field.schema().isUnion()) {
        kinds.put(field.schema().getTypes().getLast().getFullName(), field);
      }
    }
  }

  /** The codec of a topic of envelopes. */
  public static EnvelopeCodec of(Topic topic, Class<? extends SpecificRecordBase> envelope) {
    return new EnvelopeCodec(topic, envelope);
  }

  public Topic topic() {
    return topic;
  }

  /** The name of a record's kind; throws {@code IllegalArgumentException} when it has no place. */
  public String kind(SpecificRecord record) {
    return place(record).name();
  }

  /** Whether readers of their own writes wait for a fact of this kind: it changes what they see. */
  public boolean isAwaited(SpecificRecord fact) {
    return !Boolean.FALSE.equals(place(fact).getObjectProp(AWAITED));
  }

  public byte[] encode(Meta meta, SpecificRecord fact) {
    return codec.encode(filled(META, meta, fact));
  }

  public byte[] encode(Instant updatedAt, SpecificRecord state) {
    return codec.encode(filled(UPDATED_AT, updatedAt, state));
  }

  private SpecificRecordBase filled(String head, Object value, SpecificRecord record) {
    Schema.Field place = place(record);
    var filled = (SpecificRecordBase) SpecificData.newInstance(envelope, schema);
    filled.put(head, value);
    filled.put(TYPE, place.name());
    filled.put(place.pos(), record);
    return filled;
  }

  private Schema.Field place(SpecificRecord record) {
    Schema.Field place = kinds.get(record.getSchema().getFullName());
    if (place == null) {
      throw new IllegalArgumentException(
          topic
              + ": "
              + record.getSchema().getFullName()
              + " (expected: one of "
              + kinds.keySet()
              + ")");
    }
    return place;
  }

  /** What an envelope holds; null for a kind that this build does not know or does not read. */
  public static @Nullable SpecificRecord content(SpecificRecordBase envelope) {
    Schema.Field place = envelope.getSchema().getField((String) envelope.get(TYPE));
    return place == null ? null : (SpecificRecord) envelope.get(place.pos());
  }
}
