package isegoria.gateway.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import isegoria.gateway.auth.Auth;
import isegoria.gateway.auth.AuthFilter;
import isegoria.gateway.auth.PhantomTokens;
import isegoria.gateway.call.BoundedCalls;
import isegoria.gateway.call.ClientAddressHeader;
import isegoria.gateway.call.Telemetry;
import isegoria.gateway.call.UpstreamCall;
import isegoria.gateway.degrade.ResiliencePolicies;
import isegoria.gateway.http.AccessLog;
import isegoria.gateway.http.BodyLimit;
import isegoria.gateway.http.Edge;
import isegoria.gateway.http.LenientTarget;
import isegoria.gateway.http.Problems;
import isegoria.gateway.instance.AccountHealth;
import isegoria.gateway.instance.InstanceRoutes;
import isegoria.gateway.instance.Profile;
import isegoria.gateway.kafka.KafkaConnection;
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
  Edge edge(Problems problems) {
    var calls = properties.calls();
    return new Edge(
        properties.origin(),
        Set.copyOf(properties.trustedProxies()),
        new BodyLimit(calls.bodySizeMax().toBytes(), calls.uploadSizeMax().toBytes()),
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
  AuthFilter authFilter(PhantomTokens tokens, RouteTable routes, LimitFilter limits) {
    return new AuthFilter(tokens, routes, limits);
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
  @ConditionalOnProperty("isegoria.kafka.bootstrap-servers")
  RevocationTail revocationTail(PhantomTokens tokens, MeterRegistry meters) {
    var kafka = properties.kafka();
    RevocationTail tail =
        new RevocationTail(
            KafkaConnection.of(kafka.bootstrapServers(), kafka.username(), kafka.password()),
            properties.tokens().revocationsTopic(),
            tokens);
    Gauge.builder("gateway.revocations.consuming", tail, t -> t.isTailing() ? 1 : 0)
        .register(meters);
    return tail;
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
  RouterFunction<ServerResponse> instanceRoutes(UpstreamClient client, Clock clock) {
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
    return new InstanceRoutes(profile, client, clock).routes();
  }

  @Bean
  RouteTable routeTable() {
    return new RouteTable();
  }

  @Bean
  Telemetry telemetry(MeterRegistry meters) {
    return new Telemetry(meters);
  }

  @Bean
  BoundedCalls boundedCalls(ResiliencePolicies guards, Telemetry telemetry) {
    return new BoundedCalls(guards, telemetry);
  }

  @Bean
  UpstreamCall upstreamCall(
      Upstreams upstreams, ResiliencePolicies guards, Positions positions, Telemetry telemetry) {
    return new UpstreamCall(
        upstreams, guards, positions, telemetry, properties.calls().timeLimit());
  }

  @Bean
  ClientAddressHeader clientAddressHeader() {
    return new ClientAddressHeader();
  }

  @Bean
  ResiliencePolicies guards(MeterRegistry meters) {
    var calls = properties.calls();
    return new ResiliencePolicies(
        calls.concurrentMax(), calls.slow(), calls.timeLimit(), calls.breakerOpenFor(), meters);
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
  HttpClientCustomizer noSilentRepeats() {
    return client -> client.disableRetry(true);
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
