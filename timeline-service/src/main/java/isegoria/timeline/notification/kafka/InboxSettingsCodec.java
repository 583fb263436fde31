package isegoria.timeline.notification.kafka;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.events.timeline.InboxSettingsErased;
import isegoria.events.timeline.NotificationPolicySet;
import isegoria.events.timeline.NotificationSenderAccepted;
import isegoria.events.timeline.NotificationSenderDismissed;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import isegoria.timeline.decider.PrivateFacts;
import isegoria.timeline.notification.write.settings.InboxSettings;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent;
import isegoria.timeline.notification.write.settings.NotificationPolicy;
import isegoria.timeline.notification.write.settings.PolicyLevel;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Settings of notifications, to and from the contract: all of it is restricted. */
public final class InboxSettingsCodec implements Publisher<InboxSettings, InboxSettingsEvent> {

  private final PrivateFacts facts = new PrivateFacts();

  @Override
  public List<Publication> publish(Recorded<InboxSettings, InboxSettingsEvent> recorded) {
    String recipient = Partitioning.ownerOf(recorded.key());
    return facts.publish(recorded, event -> fact(recipient, event));
  }

  private static SpecificRecord fact(String recipient, InboxSettingsEvent event) {
    return switch (event) {
      case InboxSettingsEvent.NotificationPolicySet(NotificationPolicy policy) ->
          new NotificationPolicySet(
              recipient,
              policy.notFollowing().word(),
              policy.notFollowers().word(),
              policy.newAccounts().word(),
              policy.privateMentions().word(),
              policy.limitedAccounts().word());
      case InboxSettingsEvent.NotificationSenderAccepted(AccountId sender) ->
          new NotificationSenderAccepted(recipient, sender.toString());
      case InboxSettingsEvent.NotificationSenderDismissed e ->
          new NotificationSenderDismissed(
              recipient, e.sender().toString(), Long.toString(e.upTo()));
      case InboxSettingsEvent.InboxSettingsErased _ -> new InboxSettingsErased(recipient);
    };
  }

  /** Null for a fact that is none of settings. */
  static @Nullable InboxSettingsEvent read(@Nullable SpecificRecord fact) {
    return switch (fact) {
      case NotificationPolicySet e ->
          new InboxSettingsEvent.NotificationPolicySet(
              new NotificationPolicy(
                  level(e.getNotFollowing()),
                  level(e.getNotFollowers()),
                  level(e.getNewAccounts()),
                  level(e.getPrivateMentions()),
                  level(e.getLimitedAccounts())));
      case NotificationSenderAccepted e ->
          new InboxSettingsEvent.NotificationSenderAccepted(AccountId.of(e.getSenderId()));
      case NotificationSenderDismissed e ->
          new InboxSettingsEvent.NotificationSenderDismissed(
              AccountId.of(e.getSenderId()), Long.parseLong(e.getUpToId()));
      case InboxSettingsErased _ -> new InboxSettingsEvent.InboxSettingsErased();
      case null, default -> null;
    };
  }

  private static PolicyLevel level(String word) {
    return PolicyLevel.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
