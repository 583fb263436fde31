package isegoria.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.testing.TestGateway;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class LenientTargetTest {
  @Test
  void what_fits_is_left_alone() {
    for (String target : new String[] {"/a?b[]=1&c=%20+d", "/api/v1/x", "*", "/@ana"}) {
      assertThat(LenientTarget.encoded(target)).isEqualTo(target);
    }
  }

  @Test
  void what_does_not_fit_is_encoded_byte_by_byte() {
    assertThat(LenientTarget.encoded("/a?q=x|y{\"}^`%zz%4"))
        .isEqualTo("/a?q=x%7Cy%7B%22%7D%5E%60%25zz%254");
    assertThat(LenientTarget.encoded("/a?q=\u00c3\u00a9")).isEqualTo("/a?q=%C3%A9");
  }

  @Test
  void a_sloppy_client_is_served() throws IOException {
    try (TestGateway gateway = new TestGateway();
        Socket socket = new Socket("127.0.0.1", gateway.port())) {
      String request =
          """
          GET /api/v1/statuses?id[]=1&q={a|é} HTTP/1.1\r
          Host: x\r
          Connection: close\r
          \r
          """;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200");
      assertThat(gateway.post.asked().getFirst().uri())
          .isEqualTo("/api/v1/statuses?id[]=1&q=%7Ba%7C%C3%A9%7D");
    }
  }
}
