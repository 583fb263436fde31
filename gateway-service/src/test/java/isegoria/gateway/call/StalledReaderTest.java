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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client that reads nothing costs, while its service writes as much as is taken. */
final class StalledReaderTest {
  private static final int READERS = 8;

  /** More than the sockets of both hops hold. */
  private static final long WRITTEN_BYTES_MAX = 32L << 20;

  private static final long COST_BYTES_MAX = 1L << 20;
  private static final String MESSAGE = "x".repeat(8_000) + "\n";

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "text/event-stream"})
  void a_stalled_reader_costs_a_megabyte_at_the_most(String kind) throws Exception {
    boolean webSocket = kind.equals("websocket");
    try (FakeStreams service = new FakeStreams();
        TestGateway gateway = new TestGateway("--isegoria.upstreams.timeline=" + service.uri())) {
      long before = held();
      List<Socket> stalled = new ArrayList<>();
      List<FakeStreams.Stream> streams = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        stalled.add(stalledReader(gateway.port(), webSocket));
        streams.add(service.next());
      }
      streams.forEach(stream -> Thread.ofVirtual().start(() -> fill(stream, webSocket)));
      untilNothingMoves(streams);
      long cost = (held() - before) / READERS;
      for (Socket socket : stalled) {
        socket.close();
      }
      streams.forEach(FakeStreams.Stream::hangUp);

      assertThat(streams).allMatch(stream -> stream.written() < WRITTEN_BYTES_MAX);
      assertThat(cost).isLessThan(COST_BYTES_MAX);
    }
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
