package isegoria.gateway.call;

import static isegoria.gateway.testing.TestGateway.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.testing.FakeStreams;
import isegoria.gateway.testing.StreamClient;
import isegoria.gateway.testing.TestGateway;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams with nothing but pings for ten minutes, with the limits that a gateway ships with. */
@Tag("proof")
final class IdleStreamsIT {
  private static final int PINGS = 20;
  private static final long PING_EVERY_SECONDS = 30;

  @Test
  void live_on_pings_and_end_with_their_token() throws Exception {
    try (var service = new FakeStreams();
        var gateway = new TestGateway("--isegoria.upstreams.timeline=" + service.uri());
        var client = new StreamClient(gateway.port())) {
      StreamClient.Socket socket = client.withProtocol("/api/v1/streaming", ANA);
      FakeStreams.Stream frames = service.next();
      StreamClient.Events events = client.events("/api/v1/streaming/user", ANA);
      FakeStreams.Stream lines = service.next();
      for (int ping = 0; ping < PINGS; ping++) {
        CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(PING_EVERY_SECONDS, TimeUnit.SECONDS))
            .join();
        frames.ping();
        assertThat(frames.receive()).isEqualTo("pong");
        lines.write(":thump\n");
        assertThat(events.line()).isEqualTo(":thump");
      }
      gateway.hearRevoked(ANA);
      assertThat(socket.closed()).isEqualTo(1000);
      assertThat(events.line()).isEqualTo(StreamClient.Events.END);
    }
  }
}
