package isegoria.timeline.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import isegoria.eventsourcing.apply.RowWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A view that tells how far behind its topics its rows are. */
public final class TimedView implements RowWriter {

  private final RowWriter view;
  private final Clock clock;
  private final Timer lag;

  public TimedView(String name, RowWriter view, Clock clock, MeterRegistry meters) {
    this.view = view;
    this.clock = clock;
    this.lag =
        Timer.builder("projection.lag")
            .description("Time from a record to its durable rows")
            .tag("view", name)
            .register(meters);
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    return view.write(change)
        .whenComplete((_, _) -> lag.record(Duration.ofMillis(clock.millis() - change.timestamp())));
  }
}
