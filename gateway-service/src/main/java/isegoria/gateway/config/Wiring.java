package isegoria.gateway.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import isegoria.gateway.auth.Auth;
import isegoria.gateway.auth.AuthFilter;
import isegoria.gateway.auth.PhantomTokens;
import isegoria.gateway.auth.Revocations;
import isegoria.gateway.call.BoundedCalls;
import isegoria.gateway.call.ClientAddressHeader;
import isegoria.gateway.call.Streams;
import isegoria.gateway.call.Telemetry;
import isegoria.gateway.call.UpstreamCall;
import isegoria.gateway.call.WebSocketRelay;
import isegoria.gateway.degrade.ResiliencePolicies;
import isegoria.gateway.degrade.StreamPlaces;
import isegoria.gateway.http.AccessLog;
import isegoria.gateway.http.Edge;
import isegoria.gateway.http.LenientTarget;
import isegoria.gateway.http.Problems;
import isegoria.gateway.instance.AccountHealth;
import isegoria.gateway.instance.InstanceRoutes;
import isegoria.gateway.instance.Profile;
import isegoria.gateway.instance.UnbuiltRoutes;
import isegoria.gateway.kafka.RevocationTail;
import isegoria.gateway.limit.LimitFilter;
import isegoria.gateway.position.Positions;
import isegoria.gateway.route.RouteTable;
import isegoria.gateway.upstream.Upstream;
import isegoria.gateway.upstream.UpstreamClient;
import isegoria.gateway.upstream.Upstreams;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The beans in the order in which a request passes them. */
@Configuration(proxyBeanMethods = false)
public class Wiring {
  /** Connections for the gateway's own questions; more than these wait for a moment. */
  private static final int OWN_CONNECTIONS_MAX = 64;

  /**
   * What one read of an answer takes at the most, in bytes. Some thirty reads wait for a client
   * that reads nothing, each in a buffer of this size, even where it is not full.
   */
  private static final int READ_BYTES_MAX = 16 * 1024;

  private static final int READ_BYTES_FIRST = 2 * 1024;
  private static final int READ_BYTES_MIN = 64;

  private final GatewayProperties properties;

  Wiring(GatewayProperties properties, Environment environment) {
    if (environment.matchesProfiles("prod")) {
      ProductionChecks.require(properties);
    }
    this.properties = properties;
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Problems problems() {
    return new Problems();
  }

  @Bean
  Edge edge(RouteTable routes, Problems problems) {
    return new Edge(
        properties.origin(),
        Set.copyOf(properties.trustedProxies()),
        routes,
        problems,
        new AccessLog());
  }

  @Bean
  NettyServerCustomizer lenientTargets() {
    return server ->
        server.doOnChannelInit((_, channel, _) ->
            channel
                .pipeline()
                .addBefore(
                    NettyPipeline.HttpTrafficHandler, "lenient-target", LenientTarget.INSTANCE));
  }

  @Bean
  AuthFilter authFilter(PhantomTokens tokens, LimitFilter limits) {
    return new AuthFilter(tokens, limits);
  }

  @Bean
  PhantomTokens phantomTokens(UpstreamClient client, Clock clock, MeterRegistry meters) {
    var tokens = properties.tokens();
    PhantomTokens phantomTokens =
        Auth.phantomTokens(
            client,
            Secrets.internalSecret(properties.secretsDir()),
            tokens.entriesMax(),
            tokens.freshFor(),
            clock);
    Gauge.builder("gateway.tokens.cached", phantomTokens, PhantomTokens::size).register(meters);
    return phantomTokens;
  }

  @Bean
  Revocations revocations(PhantomTokens tokens, MeterRegistry meters) {
    Counter unheard = meters.counter("gateway.revocations.unheard");
    Revocations revocations = new Revocations(tokens, unheard::increment);
    Gauge.builder("gateway.revocations.consuming", revocations, r -> r.isTailing() ? 1 : 0)
        .register(meters);
    return revocations;
  }

  @Bean
  @ConditionalOnProperty("isegoria.kafka.bootstrap-servers")
  RevocationTail revocationTail(Revocations revocations) {
    return new RevocationTail(
        Objects.requireNonNull(properties.kafka().connection()),
        properties.tokens().revocationsTopic(),
        revocations);
  }

  @Bean
  LimitFilter limitFilter(Clock clock, MeterRegistry meters) {
    var limits = properties.limits();
    LimitFilter filter =
        new LimitFilter(
            limits.enabled(), Set.copyOf(limits.exemptAddresses()), limits.bucketsMax(), clock);
    Gauge.builder("gateway.limits.subjects", filter, LimitFilter::subjects).register(meters);
    return filter;
  }

  @Bean
  RouterFunction<ServerResponse> instanceRoutes(
      UpstreamClient client, RouteTable routes, Clock clock) {
    var site = properties.site();
    Profile profile =
        new Profile(
            properties.origin(),
            site.title(),
            site.description(),
            site.contactEmail(),
            site.languages(),
            site.registrationsOpen(),
            site.softwareName(),
            site.version(),
            site.sourceUrl());
    return new InstanceRoutes(profile, client, clock).routes().and(UnbuiltRoutes.of(routes));
  }

  @Bean
  RouteTable routeTable() {
    return new RouteTable(properties.kinds());
  }

  @Bean
  Telemetry telemetry(MeterRegistry meters) {
    return new Telemetry(meters);
  }

  @Bean
  BoundedCalls boundedCalls(ResiliencePolicies guards, Streams streams, Telemetry telemetry) {
    return new BoundedCalls(guards, streams, telemetry);
  }

  @Bean
  Streams streams(Revocations revocations, Telemetry telemetry, MeterRegistry meters) {
    var streams = properties.streams();
    StreamPlaces places = new StreamPlaces(streams.max(), streams.perAccountMax());
    Gauge.builder("gateway.streams.open", places, StreamPlaces::open)
        .description("Streams that clients hold open")
        .register(meters);
    return new Streams(
        places, revocations, streams.stalledFor(), properties.tokens().freshFor(), telemetry);
  }

  /** Each stream has a connection to its service of its own, for as long as it lasts. */
  @Bean
  WebSocketRelay webSocketRelay() {
    HttpClient http =
        HttpClient.newConnection()
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                (int) properties.calls().connectTimeLimit().toMillis())
            .disableRetry(true);
    return new WebSocketRelay(http, (int) properties.streams().messageSizeMax().toBytes());
  }

  @Bean
  UpstreamCall upstreamCall(
      Upstreams upstreams,
      ResiliencePolicies guards,
      Positions positions,
      Revocations revocations,
      WebSocketRelay webSockets,
      Streams streams,
      Telemetry telemetry,
      Clock clock) {
    return new UpstreamCall(
        upstreams, guards, positions, revocations, webSockets, streams, telemetry, clock);
  }

  @Bean
  ClientAddressHeader clientAddressHeader() {
    return new ClientAddressHeader();
  }

  @Bean
  ResiliencePolicies guards(MeterRegistry meters) {
    var calls = properties.calls();
    return new ResiliencePolicies(
        calls.concurrentMax(), calls.slow(), calls.breakerOpenFor(), meters);
  }

  @Bean
  Positions positions(Clock clock) {
    return new Positions(properties.reads().consistency(), properties.reads().positionTtl(), clock);
  }

  @Bean
  Upstreams upstreams(Clock clock) {
    var addresses = properties.upstreams();
    return new Upstreams(
        Map.of(
            Upstream.ACCOUNT, addresses.account(),
            Upstream.POST, addresses.post(),
            Upstream.TIMELINE, addresses.timeline(),
            Upstream.MODERATION, addresses.moderation()),
        properties.calls().ejectedFor(),
        clock);
  }

  /** Repeating is decided in {@link UpstreamCall}: the client's own would also repeat a write. */
  @Bean
  HttpClientCustomizer upstreamConnections() {
    return client ->
        client
            .disableRetry(true)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(READ_BYTES_MIN, READ_BYTES_FIRST, READ_BYTES_MAX));
  }

  @Bean
  UpstreamClient upstreamClient(Upstreams upstreams) {
    HttpClient http =
        HttpClient.create(
                ConnectionProvider.builder("own-questions")
                    .maxConnections(OWN_CONNECTIONS_MAX)
                    .maxIdleTime(Duration.ofSeconds(10))
                    .evictInBackground(Duration.ofSeconds(5))
                    .build())
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                (int) properties.calls().connectTimeLimit().toMillis())
            .responseTimeout(properties.tokens().timeLimit());
    return new UpstreamClient(
        WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build(),
        upstreams,
        properties.tokens().timeLimit());
  }

  @Bean
  AccountHealth accountHealthIndicator(UpstreamClient client) {
    return new AccountHealth(client);
  }
}
