package isegoria.events;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/** What Avro knows of the generated classes; a first use here makes it trust them. */
final class AvroModel {

  static {
    // Avro makes objects of trusted classes only; this lists ours.
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(),
            type -> type.getName().startsWith("isegoria.events.")));
  }

  private AvroModel() {}

  /** The schema that a class was generated from. */
  static Schema schema(Class<? extends SpecificRecord> type) {
    return SpecificData.get().getSchema(type);
  }

  /** How records of a generated schema are made, with the types of its times. */
  static SpecificData of(Schema generated) {
    return SpecificData.getForSchema(generated);
  }
}
