package isegoria.edge;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.TopicReader;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What each reader of topics could not apply; {@code records.degrading} above 0 is an alarm. */
record TopicReaderMeters(Supplier<List<TopicReader>> readers) implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry meters) {
    for (TopicReader reader : readers.get()) {
      reader.badRecords().ifPresent(records -> bind(reader.name(), records, meters));
    }
  }

  private static void bind(String reader, BadRecords records, MeterRegistry meters) {
    Gauge.builder("records.degrading", records, each -> each.degrading().size())
        .description("Records that pause a partition, or whose key's value is an older one")
        .tag("reader", reader)
        .register(meters);
    count("undecodable", "Records that could not be decoded", BadRecords::undecodable)
        .bind(reader, records, meters);
    count("unknown", "Records of a kind that this version does not know", BadRecords::unknown)
        .bind(reader, records, meters);
    count("skipped", "Records skipped because an operator asked for it", BadRecords::skipped)
        .bind(reader, records, meters);
  }

  private interface Count {
    void bind(String reader, BadRecords records, MeterRegistry meters);
  }

  private static Count count(String name, String description, ToDoubleFunction<BadRecords> count) {
    return (reader, records, meters) ->
        FunctionCounter.builder("records." + name, records, count)
            .description(description)
            .tag("reader", reader)
            .register(meters);
  }
}
