package isegoria.service;

import isegoria.accounts.SanctionsInForce;
import isegoria.accounts.kafka.SanctionTail;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The sanctions in force and whom they let write, for services that import this because they
 * enforce them.
 */
@Configuration(proxyBeanMethods = false)
public class SanctionWiring {

  @Bean
  SanctionsInForce sanctionsInForce() {
    return new SanctionsInForce();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Tail sanctionTail(KafkaSettings kafka, SanctionsInForce sanctions, Barrier barrier) {
    return SanctionTail.of(kafka, sanctions, barrier);
  }

  @Bean
  WriteAccess writeAccess(SanctionsInForce sanctions, Clock clock) {
    return new WriteAccess(sanctions, clock);
  }
}
