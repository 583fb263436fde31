package isegoria.accounts.kafka;

import isegoria.accounts.FilterWatcher;
import isegoria.accounts.ViewerFilters;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps this instance's copy of what accounts filter. */
public final class FilterTail {

  private final ViewerFilters filters;
  private final FilterWatcher watcher;

  FilterTail(ViewerFilters filters, FilterWatcher watcher) {
    this.filters = filters;
    this.watcher = watcher;
  }

  public static Tail of(
      KafkaSettings kafka, ViewerFilters filters, FilterWatcher watcher, Barrier barrier) {
    var tail = new FilterTail(filters, watcher);
    return new Tail(
            kafka,
            "filters",
            List.of(Topics.ACCOUNT_FILTERS),
            OnUndecodable.KEEP_LAST,
            tail::changed)
        .registerAt(barrier);
  }

  void changed(ConsumerRecord<String, byte[]> change) {
    long account = Long.parseLong(Partitioning.ownerOf(change.key()));
    filters.set(account, change.value());
    watcher.changed(account);
  }
}
