package isegoria.timeline.notification.write.settings;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand.Accept;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand.Dismiss;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand.Erase;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand.SetPolicy;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.InboxSettingsErased;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.NotificationPolicySet;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.NotificationSenderAccepted;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.NotificationSenderDismissed;
import isegoria.timeline.notification.write.settings.InboxSettingsRejection.TooManyAccepted;

/** The rules of an account's policy, and of the senders about whom it has decided by name. */
public final class InboxSettingsDecider {

  public static final Decider<
          InboxSettingsCommand, InboxSettings, InboxSettingsEvent, InboxSettingsRejection>
      INBOX_SETTINGS =
          new Decider<>(
              InboxSettings.USUAL, InboxSettingsDecider::decide, InboxSettingsDecider::evolve);

  private InboxSettingsDecider() {}

  static Decision<InboxSettingsEvent, InboxSettingsRejection> decide(
      InboxSettings settings, InboxSettingsCommand command) {
    return switch (command) {
      case SetPolicy to when to.policy().equals(settings.policy()) -> accept();
      case SetPolicy to -> accept(new NotificationPolicySet(to.policy()));

      case Accept to when settings.accepted().contains(to.sender()) -> accept();
      case Accept _ when settings.accepted().size() >= InboxSettings.ACCEPTED_MAX ->
          reject(new TooManyAccepted(InboxSettings.ACCEPTED_MAX));
      case Accept to -> accept(new NotificationSenderAccepted(to.sender()));

      case Dismiss to -> accept(new NotificationSenderDismissed(to.sender(), to.upTo()));

      case Erase _ when !settings.isSaid() -> accept();
      case Erase _ -> accept(new InboxSettingsErased());
    };
  }

  static InboxSettings evolve(InboxSettings settings, InboxSettingsEvent event) {
    return switch (event) {
      case NotificationPolicySet e -> settings.with(e.policy());
      case NotificationSenderAccepted e -> settings.withAccepted(e.sender());
      case NotificationSenderDismissed _ -> settings.said();
      case InboxSettingsErased _ -> InboxSettings.USUAL;
    };
  }
}
