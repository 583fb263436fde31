package isegoria.account.write.marker;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import org.jspecify.annotations.Nullable;

/** How far one account has read; null where it never said. */
public record Markers(@Nullable Marker home, @Nullable Marker notifications) {

  public static final Markers NONE = new Markers(null, null);

  /** The key of an account's markers. */
  public static String key(AccountId account) {
    return Partitioning.key(account.toString(), "markers");
  }

  public @Nullable Marker in(MarkedTimeline timeline) {
    return switch (timeline) {
      case HOME -> home;
      case NOTIFICATIONS -> notifications;
    };
  }

  Markers with(MarkedTimeline timeline, Marker marker) {
    return switch (timeline) {
      case HOME -> new Markers(marker, notifications);
      case NOTIFICATIONS -> new Markers(home, marker);
    };
  }
}
