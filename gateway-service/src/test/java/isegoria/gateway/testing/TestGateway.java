package isegoria.gateway.testing;

import isegoria.gateway.GatewayService;
import isegoria.gateway.auth.Revocations;
import isegoria.gateway.testing.FakeService.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole gateway on a free port, before four fake services, of timeline-service two. */
public final class TestGateway implements AutoCloseable {
  /** Tokens that account-service knows; the account id stands after the dash. */
  public static final String ANA = "token-1001";

  public static final String BO = "token-1002";

  public final FakeService account = new FakeService();
  public final FakeService post = new FakeService();
  public final FakeService timeline = new FakeService();
  public final FakeService otherTimeline = new FakeService();
  public final FakeService moderation = new FakeService();
  public final Set<String> revoked = ConcurrentHashMap.newKeySet();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ConfigurableApplicationContext context;

  public TestGateway(String... settings) {
    account.answers(this::accountService);
    List<String> args =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--logging.structured.format.console=",
                "--isegoria.origin=https://isegoria.test",
                "--isegoria.secrets-dir=" + secrets(),
                "--isegoria.limits.enabled=false",
                "--isegoria.upstreams.account=" + account.uri(),
                "--isegoria.upstreams.post=" + post.uri(),
                "--isegoria.upstreams.timeline=" + timeline.uri() + "," + otherTimeline.uri(),
                "--isegoria.upstreams.moderation=" + moderation.uri()));
    for (String setting : settings) {
      String key = setting.substring(0, setting.indexOf('=') + 1);
      args.removeIf(arg -> arg.startsWith(key));
      args.add(setting);
    }
    context = new SpringApplicationBuilder(GatewayService.class).run(args.toArray(String[]::new));
  }

  /** account-service as far as the gateway's own questions go. */
  public Reply accountService(FakeService.Asked asked) {
    if (!asked.uri().equals("/internal/tokens/introspect")) {
      return Reply.json(200, "{}");
    }
    String token =
        URLDecoder.decode(asked.body().substring("token=".length()), StandardCharsets.UTF_8);
    if (token.equals("token-disabled")) {
      return Reply.json(200, "{\"active\":false,\"error\":\"Your login is currently disabled\"}");
    }
    if (!token.startsWith("token-") || revoked.contains(token)) {
      return Reply.json(200, "{\"active\":false}");
    }
    String id = token.substring("token-".length());
    String accountId = id.equals("app") ? "null" : "\"" + id + "\"";
    return Reply.json(
        200,
        "{\"active\":true,\"jwt\":\"jwt-of-%s\",\"sid\":\"x\",\"account_id\":%s,\"expires_at\":%d}"
            .formatted(id, accountId, Instant.now().getEpochSecond() + 120));
  }

  /** Tells this gateway that a token is revoked, as the topic of revocations does. */
  public void hearRevoked(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      bean(Revocations.class).heard(HexFormat.of().formatHex(hash, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public String setting(String key) {
    return context.getEnvironment().getProperty(key, "");
  }

  public int port() {
    return Integer.parseInt(setting("local.server.port"));
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> as(String token, String method, String path) {
    return send(
        request(path, "Authorization", "Bearer " + token).method(method, BodyPublishers.noBody()));
  }

  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(at("local.server.port", path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  public HttpResponse<String> management(String path) {
    return send(HttpRequest.newBuilder(at("local.management.port", path)).GET());
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    http.close();
    List.of(account, post, timeline, otherTimeline, moderation).forEach(FakeService::close);
  }

  private URI at(String portSetting, String path) {
    return URI.create("http://127.0.0.1:" + setting(portSetting) + path);
  }

  private static Path secrets() {
    try {
      Path directory = Files.createTempDirectory("gateway-secrets");
      Files.writeString(directory.resolve("internal-secret"), "between-services\n");
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
