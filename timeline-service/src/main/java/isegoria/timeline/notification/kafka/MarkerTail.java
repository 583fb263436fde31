package isegoria.timeline.notification.kafka;

import isegoria.events.AvroReader;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.account.MarkerEntry;
import isegoria.events.account.MarkersState;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.notification.read.ReadMarkers;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells this instance how far accounts have read their notifications. */
public final class MarkerTail {

  private final AvroReader<MarkersState> states =
      AvroReader.of(Topics.ACCOUNT_MARKERS, MarkersState.class);
  private final ReadMarkers markers;

  private MarkerTail(ReadMarkers markers) {
    this.markers = markers;
  }

  public static Tail of(KafkaSettings kafka, ReadMarkers markers, Barrier barrier) {
    var tail = new MarkerTail(markers);
    return new Tail(
            kafka,
            "markers",
            List.of(Topics.ACCOUNT_MARKERS),
            OnUndecodable.KEEP_LAST,
            tail::changed)
        .registerAt(barrier);
  }

  private void changed(ConsumerRecord<String, byte[]> change) {
    long account = Long.parseLong(Partitioning.ownerOf(change.key()));
    markers.set(account, change.value() == null ? 0 : lastRead(change.value()));
  }

  private long lastRead(byte[] state) {
    MarkerEntry marker = states.decode(state).getNotifications();
    return marker == null ? 0 : Long.parseLong(marker.getLastReadId());
  }
}
