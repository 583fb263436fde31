package isegoria.timeline.notification.write.settings;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import java.util.ArrayList;
import java.util.List;

/**
 * From whom one account wants to be notified.
 *
 * @param accepted senders to whom the policy does not apply
 * @param isSaid whether the account has ever said anything
 */
public record InboxSettings(NotificationPolicy policy, List<AccountId> accepted, boolean isSaid) {

  /** What commands are addressed to. */
  public static final String AGGREGATE_TYPE = "inbox-settings";

  /** Senders that one account accepts by name: a page reads all of them. */
  public static final int ACCEPTED_MAX = 1_000;

  static final InboxSettings USUAL = new InboxSettings(NotificationPolicy.USUAL, List.of(), false);

  public InboxSettings {
    accepted = List.copyOf(accepted);
  }

  /** The key of an account's settings. */
  public static String key(AccountId recipient) {
    return Partitioning.key(recipient.toString(), AGGREGATE_TYPE);
  }

  InboxSettings with(NotificationPolicy changed) {
    return new InboxSettings(changed, accepted, true);
  }

  InboxSettings withAccepted(AccountId sender) {
    var more = new ArrayList<>(accepted);
    more.add(sender);
    return new InboxSettings(policy, more, true);
  }

  InboxSettings said() {
    return new InboxSettings(policy, accepted, true);
  }
}
