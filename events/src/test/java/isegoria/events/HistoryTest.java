package isegoria.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;

/** The history of schemas is complete, unchanged and compatible both ways. */
final class HistoryTest {

  private static final Path HISTORY = Path.of("src/main/resources/history");

  private record Line(int id, String topic, String version, String sha256) {
    static Line of(String line) {
      String[] words = line.split(" ");
      return new Line(Integer.parseInt(words[0]), words[1], words[2], words[3]);
    }

    Path file() {
      return HISTORY.resolve(topic).resolve(version + ".avsc");
    }
  }

  @Test
  void every_current_schema_is_the_newest_of_its_history() throws Exception {
    if (Boolean.getBoolean("golden")) {
      append();
    }
    for (Topic topic : Topics.all()) {
      if (topic.schema() != null) {
        List<Line> versions = lines().stream().filter(l -> l.topic.equals(topic.name())).toList();
        assertThat(versions).as(topic + " has a history: run make golden").isNotEmpty();
        assertThat(new Schema.Parser().parse(Files.readString(versions.getLast().file())))
            .as(topic + ": changed without a version in the history: run make golden")
            .isEqualTo(topic.schema());
      }
    }
  }

  @Test
  void what_is_in_the_history_never_changes() throws Exception {
    for (Line line : lines()) {
      assertThat(sha256(Files.readString(line.file())))
          .as(line.file().toString())
          .isEqualTo(line.sha256);
    }
  }

  @Test
  void every_version_reads_every_other_version() throws Exception {
    for (Line a : lines()) {
      for (Line b : lines()) {
        if (a.topic.equals(b.topic)) {
          assertThat(compatibility(read(a), read(b)))
              .as(a + " reads " + b)
              .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        }
      }
    }
  }

  @Test
  void a_required_field_would_be_noticed() throws Exception {
    String v1 = Files.readString(lines().getFirst().file());
    String planted =
        v1.replaceFirst(
            "\"fields\"\\s*:\\s*\\[",
            "\"fields\":[{\"name\":\"planted\",\"type\":\"string\",\"doc\":\"x\",\"pii\":\"none\"},");
    assertThat(compatibility(new Schema.Parser().parse(planted), read(lines().getFirst())))
        .isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
  }

  private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  private static Schema read(Line line) throws IOException {
    return new Schema.Parser().parse(Files.readString(line.file()));
  }

  private static List<Line> lines() throws IOException {
    return Files.readString(HISTORY.resolve("ids.txt"))
        .lines()
        .filter(line -> !line.isBlank())
        .map(Line::of)
        .toList();
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void append() throws Exception {
    Files.createDirectories(HISTORY);
    Path ids = HISTORY.resolve("ids.txt");
    List<Line> lines = new ArrayList<>(Files.exists(ids) ? lines() : List.of());
    for (Topic topic : Topics.all()) {
      Schema schema = topic.schema();
      if (schema == null) {
        continue;
      }
      List<Line> versions = lines.stream().filter(l -> l.topic.equals(topic.name())).toList();
      if (!versions.isEmpty() && read(versions.getLast()).equals(schema)) {
        continue;
      }
      String text = org.apache.avro.SchemaFormatter.format("json/pretty", schema) + "\n";
      Line line =
          new Line(
              lines.size() + 1, topic.name(), "%04d".formatted(versions.size() + 1), sha256(text));
      Files.createDirectories(line.file().getParent());
      Files.writeString(line.file(), text);
      lines.add(line);
    }
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      out.append("%d %s %s %s\n".formatted(line.id, line.topic, line.version, line.sha256));
    }
    Files.writeString(ids, out.toString());
  }
}
