package isegoria.edge;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import isegoria.api.ApiJson;
import isegoria.api.Origin;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.CassandraProperties;
import isegoria.cassandra.Reads;
import isegoria.cassandra.Writes;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.decide.DeciderApp;
import isegoria.eventsourcing.decide.Rebuild;
import isegoria.eventsourcing.kafka.TopicReader;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.eventsourcing.read.ViewCache;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything a service gets by having this module on its class path. A service that declares a bean
 * of the same type replaces the one here.
 *
 * <p>Cassandra is opened, and ids are minted, only where {@code isegoria.cassandra.contact-points}
 * is set: a test of resources alone needs neither.
 */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
      "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(EdgeProperties.class)
public class Edge {

  private static final String CONTACT_POINTS = "isegoria.cassandra.contact-points";

  /** Longer than a node may hold what it acknowledged in memory alone, with room to spare. */
  static final Duration REWIND_ON_RETURN = Duration.ofSeconds(30);

  @Bean
  static BeanFactoryPostProcessor productionChecks(Environment environment) {
    return beans -> ProductionChecks.require(environment);
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  Origin origin(EdgeProperties properties) {
    return new Origin(properties.origin());
  }

  @Bean
  @ConditionalOnMissingBean
  JsonMapper apiJson() {
    return ApiJson.MAPPER;
  }

  @Bean
  ProblemAdvice problemAdvice() {
    return new ProblemAdvice();
  }

  @Bean
  ErrorPage errorPage() {
    return new ErrorPage();
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> jsonErrors() {
    return factory ->
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(JsonErrorValve.class.getName());
          }
        });
  }

  /** A header's size is bounded; Tomcat's second bound, on the count of cookies, throws. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> countlessCookies() {
    return factory -> factory.addConnectorCustomizers(connector -> connector.setMaxCookieCount(-1));
  }

  /**
   * Off: it asks for the client's languages, which nothing here heeds and whose count Tomcat bounds
   * by an exception. Spring MVC binds the request to its thread by itself.
   */
  @Bean
  FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
    var registration = new FilterRegistrationBean<>(new RequestContextFilter());
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  RequestTrace requestTrace() {
    return new RequestTrace();
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 1)
  Deadline deadline(Clock clock) {
    return new Deadline(clock);
  }

  @Bean
  @ConditionalOnMissingBean
  PhantomTokens phantomTokens(EdgeProperties properties, Clock clock) {
    return new PhantomTokens(properties.secretsDir(), clock);
  }

  @Bean
  @ConditionalOnMissingBean
  CommandContexts commandContexts(EdgeProperties properties, Clock clock) {
    return new CommandContexts(clock, properties.commandPatience());
  }

  @Bean
  WebMvcConfigurer edgeMvc(
      EdgeProperties properties,
      PhantomTokens tokens,
      CommandContexts contexts,
      ObjectProvider<Barrier> barrier,
      ObjectProvider<TopicReader> readers,
      MeterRegistry meters) {
    return new EdgeMvc(
        new CaughtUp(() -> readers.stream().toList()),
        new TokenCheck(tokens),
        new InternalSecret(properties.secretsDir()),
        new ReadBarrier(barrier.getIfAvailable(), properties.readWaitMax(), meters),
        contexts);
  }

  @Bean
  UnbuiltEndpoints unbuiltEndpoints(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    return new UnbuiltEndpoints(mappings);
  }

  /** A name that no view has would let readers see less than they wrote. */
  @Bean
  SmartInitializingSingleton viewsThatAreReadExist(
      ListableBeanFactory beans, ObjectProvider<Barrier> barrier) {
    return () ->
        barrier.ifAvailable(of -> {
          Set<String> known = of.views();
          for (String bean : beans.getBeanNamesForAnnotation(ReadsViews.class)) {
            ReadsViews read = beans.findAnnotationOnBean(bean, ReadsViews.class);
            if (read != null && !known.containsAll(List.of(read.value()))) {
              throw new IllegalStateException(
                  "%s: reads views %s (expected: of %s)"
                      .formatted(bean, List.of(read.value()), known));
            }
          }
        });
  }

  @Bean
  MeterFilter serviceAndInstance(ServiceName service, EdgeProperties properties) {
    return MeterFilter.commonTags(
        List.of(
            Tag.of("service", service.value()),
            Tag.of("instance", Integer.toString(properties.instance()))));
  }

  @Bean
  @ConditionalOnMissingBean
  ServiceName serviceName(EdgeProperties properties, Environment environment) {
    return ServiceName.of(
        properties.service(), environment.getProperty("spring.application.name", "unknown"));
  }

  /** The bean's name is what the readiness group includes. */
  @Bean("checks")
  Readiness readiness(List<ReadinessCheck> checks, ObjectProvider<TopicReader> readers) {
    return new Readiness(checks, () -> readers.stream().toList());
  }

  @Bean
  TopicReaderMeters topicReaderMeters(ObjectProvider<TopicReader> readers) {
    return new TopicReaderMeters(() -> readers.stream().toList());
  }

  @Bean
  @ConditionalOnBean(DeciderApp.class)
  AggregatesResource aggregatesResource(DeciderApp decider) {
    return new AggregatesResource(decider);
  }

  @Bean
  ViewsResource viewsResource(
      ObjectProvider<TopicReader> readers,
      ObjectProvider<ViewConsumer> views,
      ObjectProvider<SharedProgress> progress,
      Clock clock) {
    return new ViewsResource(
        () -> readers.stream().toList(),
        () -> views.stream().toList(),
        () -> progress.stream().toList(),
        clock);
  }

  @Bean
  ReadinessCheck tokenKeysReadable(PhantomTokens tokens) {
    return new ReadinessCheck("token keys", tokens::hasKeys);
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(CONTACT_POINTS)
  CassandraProperties cassandraProperties(Environment environment) {
    return Binder.get(environment).bindOrCreate("isegoria.cassandra", CassandraProperties.class);
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(CONTACT_POINTS)
  Cassandra cassandra(CassandraProperties properties, ServiceName service) {
    return Cassandra.open(properties, service.value(), () -> Deadline.atMost(Reads.PATIENCE_USUAL));
  }

  @Bean
  @ConditionalOnProperty(CONTACT_POINTS)
  ReadinessCheck cassandraAnswers(Cassandra cassandra) {
    return new ReadinessCheck("cassandra", cassandra::answers);
  }

  /**
   * What a node acknowledged just before it was killed may be gone: apply it again. Other instances
   * see its return within seconds and have the same seconds' records to apply.
   */
  @Bean
  @ConditionalOnProperty(CONTACT_POINTS)
  SmartInitializingSingleton applyAgainOnReturn(
      Cassandra cassandra,
      ObjectProvider<DeciderApp> deciders,
      ObjectProvider<ViewConsumer> views,
      ObjectProvider<ViewCache> caches) {
    return () ->
        cassandra.onReturn(
            new RewindAfterOutage(
                caches.stream().toList(),
                () -> {
                  deciders.forEach(app -> app.projector().rewind(REWIND_ON_RETURN));
                  views.forEach(view -> view.rewind(REWIND_ON_RETURN));
                },
                () -> views.stream().noneMatch(ViewConsumer::isRewinding),
                REWIND_ON_RETURN));
  }

  @Bean
  @ConditionalOnProperty(CONTACT_POINTS)
  RebuildResource rebuild(
      ObjectProvider<DeciderApp> decider,
      ObjectProvider<ViewConsumer> views,
      ObjectProvider<ViewCache> caches) {
    return new RebuildResource(
        new Rebuild(decider.getIfAvailable(), views.stream().toList()), caches.stream().toList());
  }

  @Bean
  @ConditionalOnProperty(CONTACT_POINTS)
  MeterBinder cassandraMeters(Cassandra cassandra) {
    Reads reads = cassandra.reads();
    Writes writes = cassandra.writes();
    return meters -> {
      Gauge.builder("cassandra.reads.active", reads, Reads::underWay)
          .description("Reads sent and not yet answered")
          .register(meters);
      FunctionCounter.builder("cassandra.reads.sent", reads, Reads::sent)
          .description("Reads sent")
          .register(meters);
      FunctionCounter.builder("cassandra.reads.waited", reads, Reads::waited)
          .description("Reads that waited because as many were under way as may be")
          .register(meters);
      FunctionCounter.builder("cassandra.reads.late", reads, Reads::late)
          .description("Reads not sent within their caller's time; answered with 503")
          .register(meters);
      Gauge.builder("cassandra.writes.waiting", writes, Writes::inFlight)
          .description("Writes sent and not yet acknowledged")
          .register(meters);
      FunctionCounter.builder("cassandra.writes.retried", writes, Writes::retries)
          .description("Writes sent again because no node answered")
          .register(meters);
    };
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(CONTACT_POINTS)
  Ids ids(Cassandra cassandra) {
    return Ids.leased(cassandra);
  }
}
