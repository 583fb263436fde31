package isegoria.gateway.config;

import isegoria.gateway.position.Consistency;
import isegoria.gateway.route.RouteKind;
import isegoria.kafka.KafkaConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** Every number and address of the gateway, under {@code isegoria.}. Defaults suit one machine. */
@ConfigurationProperties("isegoria")
public record GatewayProperties(
    @DefaultValue("http://localhost:8080") URI origin,
    @Nullable Path secretsDir,
    @DefaultValue Upstreams upstreams,
    @DefaultValue Kafka kafka,
    @DefaultValue Reads reads,
    @DefaultValue Limits limits,
    @DefaultValue Calls calls,
    @DefaultValue Streams streams,
    @DefaultValue Tokens tokens,
    @DefaultValue Site site,
    @DefaultValue List<String> trustedProxies) {

  /** Base addresses of each service's instances. */
  public record Upstreams(
      @DefaultValue("http://127.0.0.1:8101") List<URI> account,
      @DefaultValue("http://127.0.0.1:8102") List<URI> post,
      @DefaultValue("http://127.0.0.1:8103") List<URI> timeline,
      @DefaultValue("http://127.0.0.1:8104") List<URI> moderation) {}

  /**
   * Where revocations are read. Without addresses the tail is off and the cache's age bounds it.
   * The keys mean what they mean in every service.
   */
  public record Kafka(
      @Nullable String bootstrapServers,
      @Nullable String username,
      @Nullable String password,
      @Nullable SecurityProtocol securityProtocol,
      @Nullable Path truststore,
      @Nullable String truststorePassword) {

    /** Null without addresses; throws where the keys contradict each other. */
    @Nullable KafkaConnection connection() {
      return bootstrapServers == null
          ? null
          : KafkaConnection.of(
              bootstrapServers,
              securityProtocol,
              username,
              password,
              truststore,
              truststorePassword);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
      return String.valueOf(bootstrapServers);
    }
  }

  /** Reading one's own writes; a position is sent along for {@code positionTtl}. */
  public record Reads(
      @DefaultValue("session") Consistency consistency,
      @DefaultValue("30s") Duration positionTtl) {}

  /**
   * Rate limits. Addresses in {@code exemptAddresses} are not counted by address (the machine
   * itself in {@code dev}); their tokens are.
   */
  public record Limits(
      @DefaultValue("true") boolean enabled,
      @DefaultValue List<String> exemptAddresses,
      @DefaultValue("50000") int bucketsMax) {}

  /**
   * How long and how many: one guard per upstream. While most of its calls take longer than {@code
   * slow}, fewer than {@code concurrentMax} are let in.
   */
  public record Calls(
      @DefaultValue("10s") Duration timeLimit,
      @DefaultValue("1s") Duration connectTimeLimit,
      @DefaultValue("256") int concurrentMax,
      @DefaultValue("1s") Duration slow,
      @DefaultValue("2s") Duration ejectedFor,
      @DefaultValue("2s") Duration breakerOpenFor,
      @DefaultValue("10MB") DataSize uploadSizeMax,
      @DefaultValue("1MB") DataSize bodySizeMax) {}

  /**
   * Streams, over WebSocket or as server-sent events: how many are open, in all and of one account,
   * how long a handshake takes, how long a client may leave what is sent to it unread, and the
   * largest message of a service.
   */
  public record Streams(
      @DefaultValue("2000") int max,
      @DefaultValue("50") int perAccountMax,
      @DefaultValue("10s") Duration timeLimit,
      @DefaultValue("60s") Duration stalledFor,
      @DefaultValue("128KB") DataSize messageSizeMax) {}

  /** The cache of introspected tokens. */
  public record Tokens(
      @DefaultValue("50000") int entriesMax,
      @DefaultValue("60s") Duration freshFor,
      @DefaultValue("2s") Duration timeLimit,
      @DefaultValue("account.revocations.v1") String revocationsTopic) {}

  /** What the instance says about itself. */
  public record Site(
      @DefaultValue("Isegoria") String title,
      @DefaultValue("The equal right of all to speak.") String description,
      @DefaultValue("") String contactEmail,
      @DefaultValue("en") List<String> languages,
      @DefaultValue("false") boolean registrationsOpen,
      @DefaultValue("isegoria") String softwareName,
      @DefaultValue("4.6.5+isegoria") String version,
      @DefaultValue("https://example.org/isegoria") String sourceUrl) {}

  /** The kinds of routes, as they are bounded here. */
  RouteKind.All kinds() {
    return new RouteKind.All(
        new RouteKind(
            RouteKind.Name.CALL,
            calls.timeLimit(),
            calls.bodySizeMax().toBytes(),
            calls.uploadSizeMax().toBytes(),
            calls.concurrentMax()),
        // Who opens a stream has nothing more to say than its address.
        new RouteKind(RouteKind.Name.STREAM, streams.timeLimit(), 0, 0, streams.max()));
  }
}
