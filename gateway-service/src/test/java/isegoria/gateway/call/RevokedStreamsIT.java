package isegoria.gateway.call;

import static isegoria.gateway.testing.TestGateway.ANA;
import static isegoria.gateway.testing.TestGateway.BO;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.testing.FakeStreams;
import isegoria.gateway.testing.StreamClient;
import isegoria.gateway.testing.TestGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Open streams whose token is revoked. */
final class RevokedStreamsIT {
  private static final String STREAMING = "/api/v1/streaming";
  private static final String EVENTS = "/api/v1/streaming/user";

  private static FakeStreams service;
  private static TestGateway gateway;
  private static StreamClient client;

  @BeforeAll
  static void start() {
    service = new FakeStreams();
    gateway = new TestGateway("--isegoria.upstreams.timeline=" + service.uri());
    client = new StreamClient(gateway.port());
  }

  @AfterAll
  static void stop() {
    client.close();
    gateway.close();
    service.close();
  }

  @Test
  void streams_close_when_their_token_is_revoked_and_others_stay() throws Exception {
    StreamClient.Socket ana = client.withProtocol(STREAMING, ANA);
    FakeStreams.Stream stream = service.next();
    StreamClient.Events events = client.events(EVENTS, ANA);
    FakeStreams.Stream eventStream = service.next();
    eventStream.write(":)\n");
    assertThat(events.line()).isEqualTo(":)");
    StreamClient.Socket bo = client.withProtocol(STREAMING, BO);
    FakeStreams.Stream other = service.next();

    gateway.hearRevoked(ANA);

    assertThat(ana.closed()).isEqualTo(1000);
    assertThat(events.line()).isEqualTo(StreamClient.Events.END);
    assertThat(stream.receive()).startsWith("close");
    assertThat(eventStream.receive()).isEqualTo(FakeStreams.Stream.GONE);
    other.send("still here");
    assertThat(bo.text()).isEqualTo("still here");
    bo.abort();
    gateway.revoked.remove(ANA);
  }
}
