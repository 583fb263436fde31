package isegoria.timeline.notification.write;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.testkit.Golden;
import isegoria.testkit.StoredGolden;
import isegoria.timeline.RuleTable;
import isegoria.timeline.notification.kafka.InboxAggregate;
import isegoria.timeline.notification.write.InboxCommand.Add;
import isegoria.timeline.notification.write.InboxCommand.Clear;
import isegoria.timeline.notification.write.InboxCommand.Dismiss;
import isegoria.timeline.notification.write.InboxCommand.DismissGroup;
import isegoria.timeline.notification.write.InboxCommand.Erase;
import isegoria.timeline.notification.write.InboxCommand.Withdraw;
import isegoria.timeline.notification.write.InboxEvent.NotificationAdded;
import isegoria.timeline.notification.write.InboxEvent.NotificationsCleared;
import isegoria.timeline.notification.write.settings.InboxSettings;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand;
import isegoria.timeline.notification.write.settings.InboxSettingsDecider;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.NotificationPolicySet;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.NotificationSenderAccepted;
import isegoria.timeline.notification.write.settings.NotificationPolicy;
import isegoria.timeline.notification.write.settings.PolicyLevel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The rules as a table, so that a change of one is a reviewed difference. */
final class DecisionTableTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final long ID = NOON.toEpochMilli() << 16;
  private static final Activity LIKE =
      new Activity(NotificationType.FAVOURITE, new AccountId(2), new PostId(7));
  private static final Activity FOLLOW =
      new Activity(NotificationType.FOLLOW, new AccountId(3), null);
  private static final String GROUP = "favourite-7-" + NOON.getEpochSecond() / 3_600;

  @Test
  void of_an_inbox() {
    Map<String, List<InboxEvent>> histories = new LinkedHashMap<>();
    var liked = new NotificationAdded(ID, LIKE, GROUP, 0, 1);
    histories.put("nothing", List.of());
    histories.put("liked by 2", List.of(liked));
    histories.put("liked by 2, cleared", List.of(liked, new NotificationsCleared(ID)));
    Map<String, InboxCommand> commands = new LinkedHashMap<>();
    commands.put("2 likes", new Add(LIKE, NOON));
    commands.put("3 follows", new Add(FOLLOW, NOON));
    commands.put("2 likes no more", new Withdraw(LIKE));
    commands.put("dismiss the first", new Dismiss(ID));
    commands.put("dismiss the group", new DismissGroup(GROUP));
    commands.put("clear", new Clear());
    commands.put("erase", new Erase());
    Golden.generated("rules/inbox.txt")
        .matches(RuleTable.of(InboxDecider.INBOX, histories, commands));
    StoredGolden.matches(InboxAggregate.INBOX, histories, commands);
  }

  @Test
  void of_inbox_settings() {
    var bo = new AccountId(2);
    var open =
        new NotificationPolicy(
            PolicyLevel.ACCEPT,
            PolicyLevel.ACCEPT,
            PolicyLevel.ACCEPT,
            PolicyLevel.ACCEPT,
            PolicyLevel.DROP);
    Map<String, List<InboxSettingsEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put(
        "open, 2 accepted",
        List.of(new NotificationPolicySet(open), new NotificationSenderAccepted(bo)));
    histories.put(
        "as many accepted as may be",
        LongStream.range(10, 10 + InboxSettings.ACCEPTED_MAX)
            .<InboxSettingsEvent>mapToObj(id -> new NotificationSenderAccepted(new AccountId(id)))
            .toList());
    Map<String, InboxSettingsCommand> commands = new LinkedHashMap<>();
    commands.put("open", new InboxSettingsCommand.SetPolicy(open));
    commands.put("accept 2", new InboxSettingsCommand.Accept(bo));
    commands.put("dismiss 2", new InboxSettingsCommand.Dismiss(bo, 7));
    commands.put("erase", new InboxSettingsCommand.Erase());
    Golden.generated("rules/inbox-settings.txt")
        .matches(RuleTable.of(InboxSettingsDecider.INBOX_SETTINGS, histories, commands));
    StoredGolden.matches(InboxAggregate.SETTINGS, histories, commands);
  }
}
