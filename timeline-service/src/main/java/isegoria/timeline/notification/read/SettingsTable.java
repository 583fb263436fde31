package isegoria.timeline.notification.read;

/** Reads what accounts said of the notifications that they want. */
public interface SettingsTable {

  Settings of(long owner);
}
