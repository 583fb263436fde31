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
  private static final Path HISTORY = Path.of("src/main/resources/history");
  private static final Path BYTES = Path.of("src/test/resources/golden-bytes");

  private record Example(Topic topic, Schema schema, String kind) {
    Path json() {
      return EXAMPLES.resolve(topic.name()).resolve(kind + ".json");
    }

    /** The version of its schema, as the history calls it, in which its bytes were written. */
    Path hex(String version) {
      return BYTES.resolve(topic.name()).resolve(version).resolve(kind + ".hex");
    }
  }

  @Test
  void every_kind_of_record_has_an_example_that_is_exactly_its_bytes() throws IOException {
    for (Example example : examples()) {
      GenericRecord value = value(example);
      if (Boolean.getBoolean("golden")) {
        write(example.json(), json(value));
      }
      assertThat(example.json()).as("run make golden").exists();
      assertThat(read(example.schema(), Files.readString(example.json()))).isEqualTo(value);
    }
  }

  @Test
  void bytes_once_written_read_as_the_same_record_for_ever() throws IOException {
    for (Topic topic : Topics.all()) {
      Schema current = topic.schema();
      if (current == null) {
        continue;
      }
      for (Path version : versions(topic)) {
        Schema written = new Schema.Parser().parse(Files.readString(version));
        String number = version.getFileName().toString().replace(".avsc", "");
        for (Example example : kinds(topic, written)) {
          Path hex = example.hex(number);
          if (Boolean.getBoolean("golden") && !Files.exists(hex)) {
            write(hex, hex(value(example)) + "\n");
          }
          byte[] bytes = HexFormat.of().parseHex(Files.readString(hex).strip());
          assertThat(read(written, written, bytes)).as(hex.toString()).isEqualTo(value(example));
          assertThat(kindOf(read(written, current, bytes))).isEqualTo(example.kind());
        }
      }
    }
  }

  private static List<Path> versions(Topic topic) throws IOException {
    try (var files = Files.list(HISTORY.resolve(topic.name()))) {
      return files.sorted().toList();
    }
  }

  private static GenericRecord read(Schema written, Schema reader, byte[] bytes)
      throws IOException {
    return new GenericDatumReader<GenericRecord>(written, reader)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }

  private static String kindOf(GenericRecord record) {
    return record.hasField("type") ? record.get("type").toString() : "state";
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
      if (topic.schema() != null) {
        all.addAll(kinds(topic, topic.schema()));
      }
    }
    return all;
  }

  private static List<Example> kinds(Topic topic, Schema schema) {
    if (schema.getField("type") == null) {
      return List.of(new Example(topic, schema, "state"));
    }
    return schema.getFields().stream()
        .filter(ExamplesTest::isKind)
        .map(field -> new Example(topic, schema, field.name()))
        .toList();
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
