package isegoria.timeline.notification.http;

import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.notification.read.Screen;
import isegoria.timeline.notification.read.SettingsTable;
import java.time.InstantSource;

/** What each recipient is shown, as relations, sanctions and settings are now. */
public final class Screens {

  private final Readers readers;
  private final Restrictions restrictions;
  private final SettingsTable settings;
  private final InstantSource clock;

  public Screens(
      Readers readers, Restrictions restrictions, SettingsTable settings, InstantSource clock) {
    this.readers = readers;
    this.restrictions = restrictions;
    this.settings = settings;
    this.clock = clock;
  }

  Screen of(long owner) {
    return new Screen(
        readers.reader(owner), readers, restrictions, settings.of(owner), clock.instant());
  }
}
