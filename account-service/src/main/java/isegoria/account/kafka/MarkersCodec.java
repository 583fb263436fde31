package isegoria.account.kafka;

import isegoria.account.write.marker.Marker;
import isegoria.account.write.marker.Markers;
import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.account.MarkerEntry;
import isegoria.events.account.MarkersState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an account has read, as the contract writes it. */
public final class MarkersCodec implements SettingsCodec<Markers> {

  private static final AvroCodec<MarkersState> STATES =
      AvroCodec.of(Topics.ACCOUNT_MARKERS, MarkersState.class);

  @Override
  public Topic topic() {
    return Topics.ACCOUNT_MARKERS;
  }

  @Override
  public String type() {
    return "markers";
  }

  @Override
  public byte @Nullable [] encode(AccountId account, Markers markers, Instant recordedAt) {
    return markers.equals(Markers.NONE)
        ? null
        : STATES.encode(
            new MarkersState(
                account.toString(),
                entry(markers.home()),
                entry(markers.notifications()),
                recordedAt));
  }

  private static @Nullable MarkerEntry entry(@Nullable Marker marker) {
    return marker == null
        ? null
        : new MarkerEntry(Long.toString(marker.lastRead()), marker.version(), marker.at());
  }

  @Override
  public Markers decode(byte[] bytes) {
    MarkersState state = STATES.decode(bytes);
    return new Markers(marker(state.getHome()), marker(state.getNotifications()));
  }

  private static @Nullable Marker marker(@Nullable MarkerEntry entry) {
    return entry == null
        ? null
        : new Marker(Long.parseLong(entry.getLastReadId()), entry.getVersion(), entry.getMovedAt());
  }
}
