package isegoria.gateway.call;

import static isegoria.gateway.testing.TestGateway.ANA;
import static isegoria.gateway.testing.TestGateway.BO;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.testing.FakeStreams;
import isegoria.gateway.testing.StreamClient;
import isegoria.gateway.testing.TestGateway;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams through a toy upstream. */
final class StreamsIT {
  private static final String STREAMING = "/api/v1/streaming";
  private static final String EVENTS = "/api/v1/streaming/user";

  /** Beyond 1.5 s, which is what calls and answers of this gateway may take. */
  private static final long BEYOND_EVERY_LIMIT_MILLIS = 3_500;

  private static FakeStreams service;
  private static TestGateway gateway;
  private static StreamClient client;

  @BeforeAll
  static void start() {
    service = new FakeStreams();
    gateway =
        new TestGateway(
            "--isegoria.upstreams.timeline=" + service.uri(),
            "--isegoria.calls.time-limit=1500ms",
            "--isegoria.calls.concurrent-max=2",
            "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=1500ms",
            "--isegoria.streams.max=4",
            "--isegoria.streams.per-account-max=3");
    client = new StreamClient(gateway.port());
  }

  @AfterAll
  static void stop() {
    client.close();
    gateway.close();
    service.close();
  }

  @BeforeEach
  void reset() throws InterruptedException {
    service.refuseWith(null);
    service.leaveAtOnce(false);
    untilOpen(0);
  }

  /** A place is given back a moment after its stream has ended. */
  private static void untilOpen(int streams) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    String line = "gateway_streams_open " + streams;
    while (!gateway.management("/actuator/prometheus").body().contains(line)) {
      assertThat(deadline - System.nanoTime()).as(line).isPositive();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Test
  void a_token_may_stand_in_the_header_the_query_or_the_sub_protocol_and_stays_here()
      throws Exception {
    for (Callable<StreamClient.Socket> each :
        List.<Callable<StreamClient.Socket>>of(
            () -> client.withHeader(STREAMING, ANA),
            () -> client.open(STREAMING + "?stream=user&access_token=" + ANA),
            () -> client.open(STREAMING + "?stream=user&access%5Ftoken=" + ANA),
            () -> client.withProtocol(STREAMING + "?stream=user", ANA))) {
      StreamClient.Socket opened = each.call();
      FakeStreams.Stream stream = service.next();
      assertThat(stream.header("Authorization")).isEqualTo("Bearer jwt-of-1001");
      assertThat(stream.header("")).doesNotContain(ANA);
      assertThat(stream.header("Sec-WebSocket-Protocol")).isNull();
      assertThat(stream.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
      assertThat(stream.header("X-Isegoria-Deadline")).isNull();
      stream.close(1000);
      assertThat(opened.closed()).isEqualTo(1000);
      untilOpen(0);
    }
  }

  @Test
  void the_sub_protocol_is_echoed_to_each_its_own() throws Exception {
    StreamClient.Socket ana = client.withProtocol(STREAMING, ANA);
    service.next();
    StreamClient.Socket bo = client.withProtocol(STREAMING, BO);
    service.next();
    assertThat(ana.protocol()).isEqualTo(ANA);
    assertThat(bo.protocol()).isEqualTo(BO);
    ana.abort();
    bo.abort();
  }

  @Test
  void a_bad_token_is_refused_before_any_service_hears_of_it() {
    assertThat(client.refused(STREAMING + "?access_token=wrong")).isEqualTo(401);
    assertThat(gateway.get(EVENTS + "?access_token=wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void what_the_service_refuses_is_an_answer() throws Exception {
    for (int status : List.of(400, 401, 404)) {
      service.refuseWith(status + " No");
      assertThat(client.refused(STREAMING)).isEqualTo(status);
    }
    service.refuseWith("503 No\r\nX-Isegoria-Not-Ready: true");
    assertThat(client.refused(STREAMING)).isEqualTo(503);
  }

  @Test
  void frames_pings_and_statuses_pass_both_ways() throws Exception {
    StreamClient.Socket opened = client.withHeader(STREAMING, ANA);
    FakeStreams.Stream stream = service.next();
    stream.send("update");
    stream.send("x".repeat(60_000));
    assertThat(opened.text()).isEqualTo("update");
    assertThat(opened.text()).hasSize(60_000);
    opened.send("{\"type\":\"subscribe\"}");
    assertThat(stream.receive()).isEqualTo("{\"type\":\"subscribe\"}");
    stream.ping();
    assertThat(stream.receive()).isEqualTo("pong");
    stream.close(1013);
    assertThat(opened.closed()).isEqualTo(1013);

    StreamClient.Socket leaving = client.withHeader(STREAMING, ANA);
    FakeStreams.Stream left = service.next();
    leaving.close(1000);
    assertThat(left.receive()).isEqualTo("close 1000");

    StreamClient.Socket kept = client.withHeader(STREAMING, ANA);
    service.next().hangUp();
    assertThat(kept.closed()).isEqualTo(1012);
  }

  @Test
  void a_service_that_leaves_with_its_handshake_leaves_no_silent_stream() throws Exception {
    service.leaveAtOnce(true);
    for (int i = 0; i < 5; i++) {
      assertThat(client.withHeader(STREAMING, ANA).closed()).isEqualTo(1012);
    }
  }

  @Test
  void idle_streams_outlive_every_time_limit_of_calls() throws Exception {
    StreamClient.Socket opened = client.withHeader(STREAMING, ANA);
    FakeStreams.Stream stream = service.next();
    StreamClient.Events events = client.events(EVENTS, ANA);
    FakeStreams.Stream eventStream = service.next();
    eventStream.write(":)\n");
    assertThat(events.line()).isEqualTo(":)");
    var idle = CompletableFuture.delayedExecutor(BEYOND_EVERY_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(() -> {}, idle).join();
    stream.ping();
    assertThat(stream.receive()).isEqualTo("pong");
    stream.send("late");
    eventStream.write("event: late\n");
    assertThat(opened.text()).isEqualTo("late");
    assertThat(events.line()).isEqualTo("event: late");
    opened.abort();
    events.close();
    assertThat(stream.receive()).isNotNull();
    assertThat(eventStream.receive()).isEqualTo(FakeStreams.Stream.GONE);
  }

  @Test
  void with_all_places_taken_calls_pass_and_one_more_stream_does_not() throws Exception {
    List<StreamClient.Socket> taken = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      taken.add(client.open(STREAMING + "?access_token=token-200" + i));
      service.next();
    }
    assertThat(client.refused(STREAMING + "?access_token=token-3000")).isEqualTo(503);
    HttpResponse<String> more = gateway.as("token-3000", "GET", EVENTS);
    assertThat(more.statusCode()).isEqualTo(503);
    assertThat(more.headers().firstValue("Retry-After")).contains("1");
    for (int i = 0; i < 5; i++) {
      assertThat(gateway.get("/api/v1/statuses/1").statusCode()).isEqualTo(200);
    }
    taken.removeFirst().close(1000);
    untilOpen(3);
    taken.add(client.open(STREAMING + "?access_token=token-3000"));
    service.next();
    taken.forEach(StreamClient.Socket::abort);
  }

  @Test
  void an_account_has_so_many_streams_and_no_more() throws Exception {
    List<StreamClient.Socket> taken = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      taken.add(client.withHeader(STREAMING, BO));
      service.next();
    }
    assertThat(client.refused(STREAMING + "?access_token=" + BO)).isEqualTo(429);
    taken.add(client.open(STREAMING + "?access_token=token-4000"));
    service.next();
    taken.forEach(StreamClient.Socket::abort);
  }
}
