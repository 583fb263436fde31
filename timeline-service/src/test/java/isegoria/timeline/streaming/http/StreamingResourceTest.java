package isegoria.timeline.streaming.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import isegoria.service.ServiceKit;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.live.StreamKey;
import isegoria.timeline.streaming.memory.OpenFollows;
import isegoria.timeline.streaming.memory.OpenStreams;
import isegoria.timeline.streaming.read.CloseStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Streams in the real web server, without anything behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StreamingResourceTest {

  private static final StreamKey ANAS_HOME = new StreamKey.Home(1);
  private static final int STREAMS_MAX = 40;

  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext context;
  private OpenStreams streams;
  private ECKey key;
  private int port;

  @SuppressWarnings("NullAway.Init") // Set before the first test.
  StreamingResourceTest() {}

  /** No component: the whole service, which scans this package, must not find it. */
  @EnableAutoConfiguration(exclude = ServiceKit.class)
  @Import(StreamingResource.class)
  static class Alone {
    @Bean
    OpenStreams openStreams() {
      return new OpenStreams(STREAMS_MAX, new OpenFollows(new RelationGraph(Clock.systemUTC())));
    }
  }

  @BeforeAll
  void start(@TempDir Path dir) throws Exception {
    key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
    Files.writeString(dir.resolve("jwks.json"), new JWKSet(key).toString(true));
    context =
        SpringApplication.run(
            Alone.class,
            "--server.port=0",
            "--server.shutdown=immediate",
            "--logging.structured.format.console=",
            "--isegoria.secrets-dir=" + dir);
    streams = context.getBean(OpenStreams.class);
    port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  @AfterAll
  void stop() {
    http.shutdownNow();
    context.close();
  }

  private String token(String scopes) throws Exception {
    var claims =
        new JWTClaimsSet.Builder()
            .subject("1")
            .claim("app", "5")
            .claim("scope", scopes)
            .claim("sid", "s")
            .claim("role", "user")
            .expirationTime(Date.from(Instant.now().plusSeconds(600)))
            .build();
    var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").build(), claims);
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  private HttpRequest.Builder request(String path) throws Exception {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token("read"));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private Listening open(String path) throws Exception {
    var listening = new Listening();
    listening.socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token("read"))
            .buildAsync(URI.create("ws://127.0.0.1:" + port + path), listening)
            .join();
    return listening;
  }

  /** A WebSocket that remembers: texts as they are, and how it was closed. */
  private static final class Listening implements WebSocket.Listener {
    final BlockingQueue<String> came = new LinkedBlockingQueue<>();
    final StringBuilder text = new StringBuilder();
    @Nullable WebSocket socket;

    void say(String message) {
      Objects.requireNonNull(socket).sendText(message, true).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket of, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        came.add(text.toString());
        text.setLength(0);
      }
      of.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket of, int status, String reason) {
      came.add("closed " + status);
      return null;
    }

    @Override
    public void onError(WebSocket of, Throwable failed) {
      came.add("broken");
    }

    String next() throws InterruptedException {
      String next = came.poll(10, TimeUnit.SECONDS);
      return next == null ? "nothing" : next;
    }
  }

  private void heard(StreamKey what, boolean isHeard) {
    Instant end = Instant.now().plusSeconds(10);
    while (streams.isHeard(what) != isHeard && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(streams.isHeard(what)).as("%s heard", what).isEqualTo(isHeard);
  }

  @Test
  void a_socket_hears_what_its_address_and_its_messages_name() throws Exception {
    Listening ana = open("/api/v1/streaming?stream=user");
    streams.publish(ANAS_HOME, "delete", "1");
    assertThat(ana.next())
        .isEqualTo("{\"stream\":[\"user\"],\"event\":\"delete\",\"payload\":\"1\"}");
    ana.say("{\"type\":\"subscribe\",\"stream\":\"hashtag\",\"tag\":\"Cats\"}");
    heard(new StreamKey.Tag("cats"), true);
    streams.publish(new StreamKey.Tag("cats"), "update", "x".repeat(100_000));
    assertThat(ana.next()).contains("[\"hashtag\",\"Cats\"]").hasSizeGreaterThan(100_000);
    ana.say("{\"type\":\"unsubscribe\",\"stream\":\"user\"}");
    heard(ANAS_HOME, false);
    ana.say("{\"type\":\"subscribe\",\"stream\":\"nothing\"}");
    assertThat(ana.next()).isEqualTo("{\"error\":\"Unknown stream type\",\"status\":400}");
    Objects.requireNonNull(ana.socket).sendClose(1000, "").join();
    assertThat(ana.next()).isEqualTo("closed 1000");
    heard(new StreamKey.Tag("cats"), false);
  }

  @Test
  void a_socket_is_closed_with_the_status_that_says_why() throws Exception {
    for (CloseStatus status : new CloseStatus[] {CloseStatus.ENDED, CloseStatus.RESTART}) {
      Listening ana = open("/api/v1/streaming?stream=direct");
      streams.all().stream().filter(each -> each.account() == 1).forEach(s -> s.end(status));
      assertThat(ana.next()).isEqualTo("closed " + status.code());
      heard(new StreamKey.Conversations(1), false);
    }
  }

  @Test
  void one_that_hangs_up_is_forgotten() throws Exception {
    Listening ana = open("/api/v1/streaming?stream=list&list=7");
    heard(new StreamKey.OfList(7), true);
    Objects.requireNonNull(ana.socket).abort();
    heard(new StreamKey.OfList(7), false);
  }

  @Test
  void events_come_as_lines_with_the_head_at_once() throws Exception {
    HttpResponse<InputStream> answer =
        http.send(
            request("/api/v1/streaming/hashtag/local?tag=Dogs").build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
    InputStream body = answer.body();
    assertThat(text(body, 3)).isEqualTo(":)\n");
    streams.publish(new StreamKey.Tag("dogs"), "update", "{\"a\":1}");
    String event = "event: update\ndata: {\"a\":1}\n\n";
    assertThat(text(body, event.length())).isEqualTo(event);
    streams.all().forEach(stream -> stream.end(CloseStatus.ENDED));
    assertThat(body.read()).isEqualTo(-1);
  }

  private static String text(InputStream body, int length) throws IOException {
    return new String(body.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Test
  void what_cannot_be_opened_is_refused_as_an_ordinary_answer() throws Exception {
    assertThat(get("/api/v1/streaming/health").body()).isEqualTo("OK");
    assertThat(get("/api/v1/streaming/nothing").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/streaming/nothing").body()).contains("Unknown stream type");
    assertThat(get("/api/v1/streaming/hashtag").body()).contains("Missing tag name parameter");
    assertThat(get("/api/v1/streaming").statusCode()).isEqualTo(400);
    HttpRequest without =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/streaming/user"))
            .build();
    assertThat(http.send(without, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(401);
    assertThat(streams.all()).isEmpty();
  }

  @Test
  void a_reader_who_does_not_read_is_cut_off_and_costs_no_other() throws Exception {
    try (var slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
      // Else the kernel takes all of it.
      slow.setReceiveBufferSize(256 * 1_024);
      String head =
          "GET /api/v1/streaming/list?list=9 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + token("read")
              + "\r\n\r\n";
      slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      heard(new StreamKey.OfList(9), true);
      Listening other = open("/api/v1/streaming?stream=list&list=9");
      for (int i = 0; i < 400; i++) {
        streams.publish(new StreamKey.OfList(9), "update", "x".repeat(60_000));
        assertThat(other.next()).startsWith("{\"stream\":[\"list\",\"9\"]");
      }
      byte[] all = slow.getInputStream().readAllBytes();
      assertThat(all.length).isGreaterThan(60_000).isLessThan(400 * 60_000);
      Objects.requireNonNull(other.socket).abort();
    }
    heard(new StreamKey.OfList(9), false);
  }
}
