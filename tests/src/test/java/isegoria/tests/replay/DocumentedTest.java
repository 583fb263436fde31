package isegoria.tests.replay;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.platform.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/data.md against the schema scripts: each table is in exactly one of its lists. */
final class DocumentedTest {

  private static final Pattern TABLE = Pattern.compile("CREATE TABLE IF NOT EXISTS ([a-z_]+)");
  private static final Pattern DROPPED = Pattern.compile("DROP TABLE IF EXISTS ([a-z_]+)");

  private final Documented documented = Documented.in(Systems.root());

  @Test
  void every_table_is_in_one_list_and_no_list_names_another() throws IOException {
    Set<String> tables = created();
    assertThat(tables).hasSizeGreaterThan(50);
    assertThat(documented.flaws(tables)).isEmpty();
  }

  @Test
  void a_table_that_nobody_wrote_down_is_found() throws IOException {
    List<String> tables = new ArrayList<>(created());
    tables.add("post.secret_list");
    assertThat(documented.flaws(tables))
        .containsExactly("post.secret_list: in no list of docs/data.md (expected: one)");
  }

  @Test
  void a_table_that_is_gone_is_found() throws IOException {
    Set<String> tables = created();
    tables.remove("timeline.home");
    assertThat(documented.flaws(tables))
        .containsExactly("timeline.home: in docs/data.md (expected: a table)");
  }

  /** The tables of all scripts, and those that the platform itself makes in every keyspace. */
  private static Set<String> created() throws IOException {
    Set<String> tables = new TreeSet<>();
    Set<String> dropped = new TreeSet<>();
    for (String keyspace : Documented.KEYSPACES) {
      for (String sources : List.of(keyspace + "-service", "platform/edge", "platform/cassandra")) {
        Path main = Systems.root().resolve(sources).resolve("src/main");
        try (Stream<Path> files = Files.walk(main)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            String text = Files.readString(file);
            TABLE.matcher(text).results().forEach(t -> tables.add(keyspace + "." + t.group(1)));
            DROPPED.matcher(text).results().forEach(t -> dropped.add(keyspace + "." + t.group(1)));
          }
        }
      }
    }
    tables.removeAll(dropped);
    return tables;
  }
}
