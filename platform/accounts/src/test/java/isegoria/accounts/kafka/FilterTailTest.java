package isegoria.accounts.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.accounts.ViewerFilters;
import isegoria.events.AvroCodec;
import isegoria.events.Topics;
import isegoria.events.account.FiltersState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class FilterTailTest {

  private static final byte[] NONE_MATCH =
      AvroCodec.of(Topics.ACCOUNT_FILTERS, FiltersState.class)
          .encode(new FiltersState("7", List.of(), Instant.EPOCH));

  private final ViewerFilters filters = new ViewerFilters(InstantSource.system());
  private final List<String> told = new ArrayList<>();
  private final FilterTail tail =
      new FilterTail(filters, account -> told.add(account + " has " + filters.size()));

  private static ConsumerRecord<String, byte[]> change(byte[] value) {
    return new ConsumerRecord<>(Topics.ACCOUNT_FILTERS.name(), 0, 0, "7/filters", value);
  }

  @Test
  void a_change_is_told_once_pages_go_by_it() {
    tail.changed(change(NONE_MATCH));
    assertThat(told).containsExactly("7 has " + NONE_MATCH.length);
  }

  @Test
  @SuppressWarnings("NullAway") // As Kafka has tombstones.
  void filters_that_are_gone_are_told_too() {
    tail.changed(change(NONE_MATCH));
    tail.changed(new ConsumerRecord<>(Topics.ACCOUNT_FILTERS.name(), 0, 1, "7/filters", null));
    assertThat(told).hasSize(2).last().isEqualTo("7 has 0");
  }

  @Test
  void what_cannot_be_read_is_not_told() {
    assertThatThrownBy(() -> tail.changed(change(new byte[] {1, 2, 3})))
        .isInstanceOf(RuntimeException.class);
    assertThat(told).isEmpty();
  }
}
