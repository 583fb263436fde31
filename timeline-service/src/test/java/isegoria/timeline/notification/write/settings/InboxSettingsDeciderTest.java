package isegoria.timeline.notification.write.settings;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AccountId;
import isegoria.testkit.DeciderSpec;
import isegoria.timeline.notification.kafka.InboxAggregate;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand.Accept;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand.Dismiss;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand.Erase;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand.SetPolicy;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.InboxSettingsErased;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.NotificationPolicySet;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.NotificationSenderAccepted;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.NotificationSenderDismissed;
import isegoria.timeline.notification.write.settings.InboxSettingsRejection.TooManyAccepted;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class InboxSettingsDeciderTest {

  private static final AccountId BO = new AccountId(2);
  private static final NotificationPolicy STRICT =
      new NotificationPolicy(
          PolicyLevel.DROP,
          PolicyLevel.FILTER,
          PolicyLevel.ACCEPT,
          PolicyLevel.FILTER,
          PolicyLevel.FILTER);

  private final DeciderSpec<
          InboxSettingsCommand, InboxSettings, InboxSettingsEvent, InboxSettingsRejection>
      settings = DeciderSpec.of(InboxAggregate.SETTINGS);

  @Test
  void a_policy_is_set_once() {
    settings.given().when(new SetPolicy(STRICT)).then(new NotificationPolicySet(STRICT));
    settings.given(new NotificationPolicySet(STRICT)).when(new SetPolicy(STRICT)).thenNothing();
    settings.given().when(new SetPolicy(NotificationPolicy.USUAL)).thenNothing();
  }

  @Test
  void a_sender_is_accepted_once_and_there_is_an_end_to_how_many() {
    settings.given().when(new Accept(BO)).then(new NotificationSenderAccepted(BO));
    settings.given(new NotificationSenderAccepted(BO)).when(new Accept(BO)).thenNothing();
    var full =
        LongStream.range(10, 10 + InboxSettings.ACCEPTED_MAX)
            .mapToObj(id -> new NotificationSenderAccepted(new AccountId(id)))
            .toArray(NotificationSenderAccepted[]::new);
    settings
        .given(full)
        .when(new Accept(BO))
        .thenRejected(new TooManyAccepted(InboxSettings.ACCEPTED_MAX));
  }

  @Test
  void what_a_sender_caused_is_dismissed() {
    settings.given().when(new Dismiss(BO, 7)).then(new NotificationSenderDismissed(BO, 7));
  }

  @Test
  void an_erased_account_has_none() {
    settings.given().when(new Erase()).thenNothing();
    settings
        .given(new NotificationSenderDismissed(BO, 7))
        .when(new Erase())
        .then(new InboxSettingsErased());
    assertThat(InboxAggregate.SETTINGS.unreadableErased("1/inbox-settings"))
        .isEqualTo(InboxSettings.USUAL);
  }
}
