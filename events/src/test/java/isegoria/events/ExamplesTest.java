package isegoria.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.junit.jupiter.api.Test;

/** Every kind of record has an example that reads, and bytes that stay readable for ever. */
final class ExamplesTest {

  private static final Path EXAMPLES = Path.of("src/main/resources/examples");
  private static final Path BYTES = Path.of("src/test/resources/golden-bytes");

  private record Example(Topic topic, Schema schema, String kind) {
    Path json() {
      return EXAMPLES.resolve(topic.name()).resolve(kind + ".json");
    }

    Path hex() {
      return BYTES.resolve(topic.name()).resolve(kind + ".hex");
    }
  }

  @Test
  void every_kind_of_record_has_an_example_that_is_exactly_its_bytes() throws IOException {
    for (Example example : examples()) {
      GenericRecord value = value(example);
      if (Boolean.getBoolean("golden")) {
        write(example.json(), json(value));
        if (!Files.exists(example.hex())) {
          write(example.hex(), hex(value) + "\n");
        }
      }
      assertThat(example.json()).as("run make golden").exists();
      assertThat(read(example.schema(), Files.readString(example.json()))).isEqualTo(value);
    }
  }

  @Test
  void bytes_once_written_read_as_the_same_record_for_ever() throws IOException {
    for (Example example : examples()) {
      byte[] bytes = HexFormat.of().parseHex(Files.readString(example.hex()).strip());
      GenericRecord got =
          new GenericDatumReader<GenericRecord>(example.schema())
              .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
      assertThat(got).as(example.hex().toString()).isEqualTo(value(example));
    }
  }

  @Test
  void no_example_is_left_over() throws IOException {
    List<Path> used = examples().stream().map(Example::json).toList();
    try (var files = Files.walk(EXAMPLES)) {
      assertThat(files.filter(Files::isRegularFile)).allMatch(used::contains);
    }
  }

  private static List<Example> examples() {
    List<Example> all = new ArrayList<>();
    for (Topic topic : Topics.all()) {
      Schema schema = topic.schema();
      if (schema == null) {
        continue;
      }
      if (schema.getField("type") == null) {
        all.add(new Example(topic, schema, "state"));
        continue;
      }
      for (Schema.Field field : schema.getFields()) {
        if (isKind(field)) {
          all.add(new Example(topic, schema, field.name()));
        }
      }
    }
    return all;
  }

  private static boolean isKind(Schema.Field field) {
    return field.schema().getType() == Schema.Type.UNION
        && field.schema().getTypes().get(1).getType() == Schema.Type.RECORD;
  }

  private static GenericRecord value(Example example) {
    return record(example.schema(), example.kind());
  }

  private static GenericRecord record(Schema schema, String kind) {
    GenericRecord record = new GenericData.Record(schema);
    boolean kinds = schema.getField("type") != null;
    for (Schema.Field field : schema.getFields()) {
      if (kinds && field.name().equals("type")) {
        record.put(field.pos(), kind);
      } else if (kinds && isKind(field) && !field.name().equals(kind)) {
        record.put(field.pos(), null);
      } else {
        record.put(field.pos(), some(field.schema(), field.name()));
      }
    }
    return record;
  }

  private static Object some(Schema schema, String name) {
    return switch (schema.getType()) {
      case RECORD -> record(schema, name);
      case UNION -> some(schema.getTypes().get(1), name);
      case ARRAY -> {
        GenericData.Array<Object> array = new GenericData.Array<>(1, schema);
        array.add(some(schema.getElementType(), name));
        yield array;
      }
      case STRING -> new org.apache.avro.util.Utf8(name.endsWith("_id") ? "114523" : name);
      case LONG -> name.endsWith("_at") || name.equals("since") ? 1_767_268_800_000_000L : 42L;
      case INT -> 7;
      case BOOLEAN -> true;
      default -> throw new IllegalArgumentException(name + ": " + schema.getType());
    };
  }

  private static String json(GenericRecord value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonEncoder encoder = EncoderFactory.get().jsonEncoder(value.getSchema(), out, true);
    new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
    encoder.flush();
    return out.toString(StandardCharsets.UTF_8) + "\n";
  }

  private static GenericRecord read(Schema schema, String json) throws IOException {
    return new GenericDatumReader<GenericRecord>(schema)
        .read(null, DecoderFactory.get().jsonDecoder(schema, json));
  }

  private static String hex(GenericRecord value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
    encoder.flush();
    return HexFormat.of().formatHex(out.toByteArray());
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
