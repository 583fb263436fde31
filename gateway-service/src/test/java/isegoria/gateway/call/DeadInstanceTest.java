package isegoria.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.testing.FakeService;
import isegoria.gateway.testing.TestGateway;
import org.junit.jupiter.api.Test;

final class DeadInstanceTest {
  @Test
  void a_request_that_was_never_sent_goes_to_another_instance_even_a_write() {
    try (FakeService alive = new FakeService();
        TestGateway gateway =
            new TestGateway("--isegoria.upstreams.post=http://127.0.0.1:1," + alive.uri())) {
      for (int i = 0; i < 4; i++) {
        assertThat(gateway.post("/api/v1/statuses", "words").statusCode()).isEqualTo(200);
      }
      assertThat(alive.asked()).hasSize(4).allMatch(asked -> asked.body().equals("words"));
    }
  }
}
