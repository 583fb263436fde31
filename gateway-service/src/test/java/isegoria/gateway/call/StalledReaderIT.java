package isegoria.gateway.call;

import static isegoria.gateway.testing.TestGateway.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import isegoria.gateway.testing.FakeStreams;
import isegoria.gateway.testing.TestGateway;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a client that reads nothing costs, while its service writes as much as is taken. */
final class StalledReaderIT {
  private static final int READERS = 16;

  /** More than the sockets of both hops hold. */
  private static final long WRITTEN_BYTES_MAX = 32L << 20;

  private static final long COST_BYTES_MAX = 1L << 20;
  private static final String MESSAGE = "x".repeat(8_000) + "\n";

  @Test
  void a_stalled_reader_of_events_costs_a_megabyte_at_the_most() throws Exception {
    stallsCheaply(/* webSocket= */ false);
  }

  @Test
  void a_stalled_web_socket_costs_a_megabyte_at_the_most() throws Exception {
    stallsCheaply(/* webSocket= */ true);
  }

  private static void stallsCheaply(boolean webSocket) throws Exception {
    try (FakeStreams service = new FakeStreams();
        TestGateway gateway =
            new TestGateway(
                "--isegoria.upstreams.timeline=" + service.uri(),
                "--isegoria.streams.per-account-max=" + 2 * READERS)) {
      List<Socket> stalled = new ArrayList<>();
      List<FakeStreams.Stream> streams = new ArrayList<>();
      // The first readers make the allocator's pools, which all later ones share.
      stall(READERS, gateway, service, webSocket, stalled, streams);
      long before = held();
      stall(READERS, gateway, service, webSocket, stalled, streams);
      long cost = (held() - before) / READERS;
      assertThat(streams).allMatch(stream -> stream.written() < WRITTEN_BYTES_MAX);
      for (Socket socket : stalled) {
        socket.close();
      }
      for (FakeStreams.Stream stream : streams) {
        while (!stream.receive().equals(FakeStreams.Stream.GONE)) {
          // A close frame comes before that.
        }
      }

      System.out.printf(
          "a stalled reader of %s: %,d bytes%n", webSocket ? "frames" : "events", cost);
      assertThat(cost).isLessThan(COST_BYTES_MAX);
    }
  }

  private static void stall(
      int readers,
      TestGateway gateway,
      FakeStreams service,
      boolean webSocket,
      List<Socket> stalled,
      List<FakeStreams.Stream> streams)
      throws Exception {
    for (int i = 0; i < readers; i++) {
      stalled.add(stalledReader(gateway.port(), webSocket));
      FakeStreams.Stream stream = service.next();
      streams.add(stream);
      Thread.ofVirtual().start(() -> fill(stream, webSocket));
    }
    untilNothingMoves(streams);
  }

  private static Socket stalledReader(int port, boolean webSocket) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    String upgrade =
        """
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        """;
    socket
        .getOutputStream()
        .write(
            "GET /api/v1/streaming/user HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n%s\r\n"
                .formatted(ANA, webSocket ? upgrade : "")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void fill(FakeStreams.Stream stream, boolean webSocket) {
    try {
      while (stream.written() < WRITTEN_BYTES_MAX) {
        if (webSocket) {
          stream.send(MESSAGE);
        } else {
          stream.write(MESSAGE);
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void untilNothingMoves(List<FakeStreams.Stream> streams)
      throws InterruptedException {
    long seen = -1;
    long now = 0;
    while (seen != now) {
      seen = now;
      TimeUnit.SECONDS.sleep(1);
      now = streams.stream().mapToLong(FakeStreams.Stream::written).sum();
    }
  }

  /** Bytes that this process holds, on the heap and in buffers beside it. */
  private static long held() {
    System.gc();
    ByteBufAllocatorMetric buffers =
        ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() + buffers.usedDirectMemory();
  }
}
