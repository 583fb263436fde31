package isegoria.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import isegoria.accounts.FilterWatcher;
import isegoria.accounts.ViewerFilters;
import isegoria.accounts.kafka.FilterTail;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What viewers filter, for services that import this because they show posts. */
@Configuration(proxyBeanMethods = false)
public class FilterWiring {

  @Bean
  ViewerFilters viewerFilters(Clock clock, MeterRegistry meters) {
    var filters = new ViewerFilters(clock);
    Gauge.builder("filters.size", filters, ViewerFilters::size)
        .baseUnit("bytes")
        .description("What accounts filter, as this instance holds it in memory")
        .register(meters);
    return filters;
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Tail filterTail(
      KafkaSettings kafka,
      ViewerFilters filters,
      ObjectProvider<FilterWatcher> watcher,
      Barrier barrier) {
    return FilterTail.of(kafka, filters, watcher.getIfAvailable(() -> FilterWatcher.NONE), barrier);
  }
}
