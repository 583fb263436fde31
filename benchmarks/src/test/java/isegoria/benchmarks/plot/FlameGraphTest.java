package isegoria.benchmarks.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FlameGraphTest {

  @Test
  void a_frame_is_as_wide_as_all_that_it_calls_and_what_nobody_could_see_is_left_out() {
    var graph = new FlameGraph("a post");
    graph.add(List.of("post-0", "isegoria.post.A.one"), 30);
    graph.add(List.of("post-0", "isegoria.post.A.two"), 30);
    graph.add(List.of("kafka", "kafka.B.<init>"), 39.99);
    graph.add(List.of("gateway-0"), 0.01);

    assertThat(graph.svg())
        .contains("post-0: 60.0 %", "isegoria.post.A.one: 30.0 %", "kafka: 40.0 %")
        .contains("kafka.B.&lt;init&gt;")
        .doesNotContain("gateway-0");
  }
}
