package isegoria.tests.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EdgeListTest {

  @Test
  void sparse_ids_become_numbers_in_the_order_of_their_coming() throws IOException {
    Graph graph = read("30 1412\n30 3352\n1412 30\n");
    assertThat(graph.people()).isEqualTo(3);
    assertThat(graph.followers()).containsExactly(0, 0, 1);
    assertThat(graph.followed()).containsExactly(1, 2, 0);
  }

  @Test
  void lines_may_end_in_carriage_returns_and_comments_say_nothing() throws IOException {
    Graph graph = read("# FromNodeId ToNodeId\r\n1\t2\r\n\r\n2 1\r\n");
    assertThat(graph.edges()).isEqualTo(2);
  }

  @Test
  void an_edge_that_comes_twice_counts_once() throws IOException {
    assertThat(read("1 2\n1 2\n2 1").edges()).isEqualTo(2);
  }

  @Test
  void a_packed_file_is_unpacked(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("edges.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("1 2\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(EdgeList.read(file).edges()).isEqualTo(1);
  }

  @Test
  void what_is_wrong_is_said_with_its_line() {
    assertThatThrownBy(() -> read("1 2\n1 two"))
        .hasMessage("list, line 2: \"1 two\" (expected: ids that are whole numbers)");
    assertThatThrownBy(() -> read("1 2 3"))
        .hasMessage("list, line 1: \"1 2 3\" (expected: two ids)");
    assertThatThrownBy(() -> read("# who\n7 7"))
        .hasMessage("list, line 2: \"7 7\" (expected: two different people)");
  }

  private static Graph read(String lines) throws IOException {
    return EdgeList.read("list", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }
}
