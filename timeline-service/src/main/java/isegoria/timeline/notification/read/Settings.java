package isegoria.timeline.notification.read;

import isegoria.timeline.notification.write.settings.NotificationPolicy;
import java.util.Map;
import java.util.Set;

/**
 * From whom an account wants to be notified.
 *
 * @param accepted senders to whom the policy does not apply
 * @param dismissed senders, each with the id up to which nothing from it is shown
 */
public record Settings(NotificationPolicy policy, Set<Long> accepted, Map<Long, Long> dismissed) {

  /** Of an account that has said nothing. */
  public static final Settings USUAL = new Settings(NotificationPolicy.USUAL, Set.of(), Map.of());

  public Settings {
    accepted = Set.copyOf(accepted);
    dismissed = Map.copyOf(dismissed);
  }
}
