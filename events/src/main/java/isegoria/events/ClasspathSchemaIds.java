package isegoria.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Schema numbers as committed in {@code history/ids.txt}: one line {@code <id> <topic> <version>
 * <sha256>} per schema there ever was.
 *
 * <p>It lets tests, development and any cluster without a registry read every record ever written.
 */
public final class ClasspathSchemaIds implements SchemaIds {

  private final Map<String, Integer> current = new HashMap<>();
  private final Map<Integer, Schema> schemas = new HashMap<>();

  public ClasspathSchemaIds() {
    for (String line : lines("/history/ids.txt")) {
      String[] words = line.split(" ");
      int id = Integer.parseInt(words[0]);
      schemas.put(id, new Schema.Parser().parse(text(file(words[1], words[2]))));
      current.put(words[1], id);
    }
  }

  @Override
  public int idOf(String topic) {
    Integer id = current.get(topic);
    if (id == null) {
      throw new IllegalArgumentException("topic: " + topic + " (expected: one with a schema)");
    }
    return id;
  }

  @Override
  public Schema schemaOf(int id) {
    Schema schema = schemas.get(id);
    if (schema == null) {
      throw new IllegalArgumentException("schema id: " + id + " (expected: one of the history)");
    }
    return schema;
  }

  private static String file(String topic, String version) {
    return "/history/" + topic + "/" + version + ".avsc";
  }

  private static java.util.List<String> lines(String resource) {
    return text(resource).lines().filter(line -> !line.isBlank()).toList();
  }

  private static String text(String resource) {
    try (InputStream in = ClasspathSchemaIds.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": missing (expected: on the class path)");
      }
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.readAllAsString();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
