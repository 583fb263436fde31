package isegoria.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.events.account.AccountCounts;
import isegoria.events.moderation.Enforcement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;

/** What every service declares to read can be read from everything that was ever written. */
final class ReadersTest {

  private static final Path PROJECT = Path.of("..");
  private static final Path HISTORY = Path.of("src/main/resources/history");

  private record Declared(String consumer, String topic, Schema schema) {}

  @Test
  void every_declaration_reads_every_version_of_its_topic() throws IOException {
    assertThat(declared()).isNotEmpty();
    for (Declared reader : declared()) {
      for (Schema writer : history(reader.topic())) {
        assertThat(compatibility(reader.schema(), writer))
            .as(reader.consumer() + " reads " + reader.topic())
            .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
      }
    }
  }

  @Test
  void a_declaration_is_of_a_topic_of_another_service() throws IOException {
    for (Declared reader : declared()) {
      Topic topic =
          Topics.all().stream()
              .filter(each -> each.name().equals(reader.topic()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(reader + ": no such topic"));
      assertThat(topic.service() + "-service").isNotEqualTo(reader.consumer());
    }
  }

  @Test
  void a_field_that_nobody_writes_would_be_noticed() throws IOException {
    Declared reader = declared().getFirst();
    List<Schema.Field> fields = new ArrayList<>();
    fields.add(new Schema.Field("planted", Schema.create(Schema.Type.STRING)));
    Schema planted =
        Schema.createRecord(
            reader.schema().getName(), "", reader.schema().getNamespace(), false, fields);
    assertThat(compatibility(planted, history(reader.topic()).getFirst()))
        .isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
  }

  @Test
  void what_is_not_declared_is_not_there() {
    Instant ends = Instant.parse("2026-02-01T00:00:00Z");
    byte[] written =
        AvroCodec.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class)
            .encode(
                Enforcement.newBuilder()
                    .setSanctionId("1")
                    .setSubjectId("2")
                    .setKind("limit")
                    .setRuleId("spam")
                    .setImposedAt(Instant.EPOCH)
                    .setEndsAt(ends)
                    .build());

    Enforcement read =
        AvroReader.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class).decode(written);

    assertThat(read.getKind()).isEqualTo("limit");
    assertThat(read.getEndsAt()).isEqualTo(ends);
    assertThat(read.getRuleId()).isNull();
    assertThat(read.getSubjectId()).isNull();
  }

  @Test
  void a_topic_that_is_read_without_a_declaration_is_named() {
    assertThatThrownBy(() -> AvroReader.of(Topics.ACCOUNT_COUNTS, AccountCounts.class))
        .hasMessageContaining("/avro-reader/account.counts.v1.avsc: missing");
  }

  private static List<Declared> declared() throws IOException {
    List<Declared> all = new ArrayList<>();
    for (Path modules : List.of(PROJECT, PROJECT.resolve("platform"))) {
      try (var folders = Files.newDirectoryStream(modules)) {
        for (Path module : folders) {
          all.addAll(declaredBy(module));
        }
      }
    }
    return all;
  }

  private static List<Declared> declaredBy(Path module) throws IOException {
    List<Declared> all = new ArrayList<>();
    Path folder = module.resolve("src/main/avro-reader");
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, "*.avsc")) {
        for (Path file : files) {
          all.add(
              new Declared(
                  module.getFileName().toString(),
                  file.getFileName().toString().replaceFirst("\\.avsc$", ""),
                  new Schema.Parser().parse(Files.readString(file))));
        }
      }
    }
    return all;
  }

  private static List<Schema> history(String topic) throws IOException {
    List<Schema> versions = new ArrayList<>();
    try (var files = Files.newDirectoryStream(HISTORY.resolve(topic), "*.avsc")) {
      for (Path file : files) {
        versions.add(new Schema.Parser().parse(Files.readString(file)));
      }
    }
    return versions;
  }

  private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }
}
