package isegoria.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SchemaScriptTest {

  @Test
  void scripts_come_from_the_class_path_in_the_order_of_their_names() {
    var scripts = SchemaScript.onClassPath(SchemaScriptTest.class.getClassLoader());

    assertThat(scripts)
        .extracting(SchemaScript::name)
        .containsExactly("001-counted.cql", "002-second.cql");
  }

  @Test
  void semicolons_in_texts_and_comments_part_nothing() {
    var scripts = SchemaScript.onClassPath(SchemaScriptTest.class.getClassLoader());

    assertThat(scripts.getFirst().statements())
        .hasSize(2)
        .last()
        .isEqualTo("INSERT INTO counted (id, name) VALUES (1, 'it''s; here')");
    assertThat(scripts.getLast().statements())
        .containsExactly("CREATE TABLE IF NOT EXISTS second (id int PRIMARY KEY)");
  }

  @Test
  void a_comment_may_change_and_a_statement_may_not() {
    var script = new SchemaScript("001-a.cql", "-- one\nCREATE TABLE a (id int PRIMARY KEY);");
    var commented = new SchemaScript("001-a.cql", "-- two\nCREATE TABLE a (id int PRIMARY KEY);");
    var changed = new SchemaScript("001-a.cql", "CREATE TABLE b (id int PRIMARY KEY);");

    assertThat(commented.checksum()).isEqualTo(script.checksum());
    assertThat(changed.checksum()).isNotEqualTo(script.checksum());
  }

  @Test
  void a_name_without_a_number_is_refused() {
    assertThatThrownBy(() -> new SchemaScript("table.cql", ""))
        .hasMessage("script: table.cql (expected: NNN-name.cql)");
  }
}
