package isegoria.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Every field says what it is, how personal it is, and keeps to the contract's types. */
final class SchemaLintTest {

  private static final Set<String> PII = Set.of("none", "pseudonym", "personal", "content");

  @Test
  void every_schema_is_clean() {
    List<String> complaints = new ArrayList<>();
    for (Topic topic : Topics.all()) {
      if (topic.schema() != null) {
        complain(topic.schema(), topic.name(), new HashSet<>(), complaints);
      }
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void open_events_carry_no_words_and_no_names() {
    List<String> words = new ArrayList<>();
    for (Topic topic : Topics.all()) {
      if (topic.schema() != null && topic.name().endsWith("events.v1")) {
        collectWords(topic.schema(), topic.name(), new HashSet<>(), words);
      }
    }
    assertThat(words).isEmpty();
  }

  @Test
  void a_float_without_doc_or_class_is_noticed() {
    Schema planted =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"P","fields":[{"name":"BadName","type":"double"}]}
                """);
    List<String> complaints = new ArrayList<>();
    complain(planted, "planted", new HashSet<>(), complaints);
    assertThat(complaints).hasSize(5);
  }

  private static void complain(
      Schema schema, String where, Set<String> seen, List<String> complaints) {
    switch (schema.getType()) {
      case RECORD -> {
        if (!seen.add(schema.getFullName())) {
          return;
        }
        if (schema.getDoc() == null || schema.getDoc().isBlank()) {
          complaints.add(where + ": no doc");
        }
        for (Schema.Field field : schema.getFields()) {
          String at = where + "." + field.name();
          if (field.doc() == null || field.doc().isBlank()) {
            complaints.add(at + ": no doc");
          }
          String pii = field.getProp("pii");
          if (pii == null || !PII.contains(pii)) {
            complaints.add(at + ": pii " + pii + " (expected: one of " + PII + ")");
          }
          if (!field.name().matches("[a-z][a-z0-9_]*")) {
            complaints.add(at + ": name (expected: snake_case)");
          }
          complain(field.schema(), at, seen, complaints);
        }
      }
      case UNION -> schema.getTypes().forEach(t -> complain(t, where, seen, complaints));
      case ARRAY -> complain(schema.getElementType(), where, seen, complaints);
      case FLOAT, DOUBLE -> complaints.add(where + ": a float (expected: none)");
      default -> {}
    }
  }

  private static void collectWords(
      Schema schema, String where, Set<String> seen, List<String> words) {
    switch (schema.getType()) {
      case RECORD -> {
        if (seen.add(schema.getFullName())) {
          for (Schema.Field field : schema.getFields()) {
            if ("content".equals(field.getProp("pii")) || "personal".equals(field.getProp("pii"))) {
              words.add(where + "." + field.name());
            }
            collectWords(field.schema(), where + "." + field.name(), seen, words);
          }
        }
      }
      case UNION -> schema.getTypes().forEach(t -> collectWords(t, where, seen, words));
      case ARRAY -> collectWords(schema.getElementType(), where, seen, words);
      default -> {}
    }
  }
}
