package isegoria.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * A declaration with each field at the place that it has in the whole, as Avro fills records by
 * place. A field that is not declared stands there under a name that no writer uses, so that it is
 * skipped in what was written and is null, zero or false in what was read.
 */
final class DeclaredFields {

  private static final String UNDECLARED = "undeclared_";

  private final Map<String, Schema> whole = new HashMap<>();

  private DeclaredFields() {}

  /**
   * The schema to read with.
   *
   * @param declared some fields of some of the records of {@code whole}
   * @throws IllegalArgumentException for a record or a field that the whole does not have
   */
  static Schema inPlace(Schema declared, Schema whole) {
    var fields = new DeclaredFields();
    fields.collect(whole);
    return fields.placed(declared);
  }

  private void collect(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> {
        if (whole.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema()));
        }
      }
      case UNION -> schema.getTypes().forEach(this::collect);
      case ARRAY -> collect(schema.getElementType());
      case MAP -> collect(schema.getValueType());
      default -> {
        // It has no fields.
      }
    }
  }

  private Schema placed(Schema declared) {
    return switch (declared.getType()) {
      case RECORD -> record(declared);
      case UNION -> Schema.createUnion(declared.getTypes().stream().map(this::placed).toList());
      case ARRAY -> Schema.createArray(placed(declared.getElementType()));
      case MAP -> Schema.createMap(placed(declared.getValueType()));
      default -> declared;
    };
  }

  private Schema record(Schema declared) {
    Schema all = whole.get(declared.getFullName());
    if (all == null) {
      throw new IllegalArgumentException(
          declared.getFullName() + ": no such record (expected: one of " + whole.keySet() + ")");
    }
    for (Field field : declared.getFields()) {
      if (all.getField(field.name()) == null) {
        throw new IllegalArgumentException(
            declared.getFullName() + "." + field.name() + ": no such field");
      }
    }
    List<Field> fields =
        all.getFields().stream()
            .map(each -> {
              Field field = declared.getField(each.name());
              return field == null ? undeclared(each) : new Field(field, placed(field.schema()));
            })
            .toList();
    return Schema.createRecord(
        declared.getName(), null, declared.getNamespace(), /* isError= */ false, fields);
  }

  private static Field undeclared(Field field) {
    Schema.Type type = field.schema().getType();
    boolean isObject = field.schema().getLogicalType() != null;
    return switch (isObject ? Schema.Type.NULL : type) {
      case INT, LONG -> nothing(field, Schema.create(type), 0);
      case FLOAT, DOUBLE -> nothing(field, Schema.create(type), 0.0);
      case BOOLEAN -> nothing(field, Schema.create(type), false);
      default -> nothing(field, Schema.create(Schema.Type.NULL), Field.NULL_DEFAULT_VALUE);
    };
  }

  private static Field nothing(Field field, Schema type, Object value) {
    return new Field(UNDECLARED + field.pos(), type, null, value);
  }
}
