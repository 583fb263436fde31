package isegoria.timeline.notification.kafka;

import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.DueRule;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.OnErasure.Remains;
import isegoria.eventsourcing.Policy;
import isegoria.timeline.notification.write.Inbox;
import isegoria.timeline.notification.write.InboxCommand;
import isegoria.timeline.notification.write.InboxDecider;
import isegoria.timeline.notification.write.InboxEvent;
import isegoria.timeline.notification.write.InboxEvent.NotificationsErased;
import isegoria.timeline.notification.write.InboxRejection;
import isegoria.timeline.notification.write.settings.InboxSettings;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand;
import isegoria.timeline.notification.write.settings.InboxSettingsDecider;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent.InboxSettingsErased;
import isegoria.timeline.notification.write.settings.InboxSettingsRejection;
import java.util.List;

/** Inboxes as the runtime knows them. */
public final class InboxAggregate {

  public static final AggregateType<InboxCommand, Inbox, InboxEvent, InboxRejection> INBOX =
      new AggregateType<>(
          Inbox.AGGREGATE_TYPE,
          InboxDecider.INBOX,
          InboxCommand.class,
          Inbox.class,
          InboxEvent.class,
          InboxRejection.class,
          new InboxCodec(),
          DueRule.nothing(),
          Policy.none(),
          new OnErasure.Erase<>(
              new InboxCommand.Erase(),
              // Its rows have to go as well.
              _ ->
                  new Remains<>(InboxDecider.INBOX.initial(), List.of(new NotificationsErased()))));

  /** Settings beside each inbox, so that what is added does not carry them. */
  public static final AggregateType<
          InboxSettingsCommand, InboxSettings, InboxSettingsEvent, InboxSettingsRejection>
      SETTINGS =
          new AggregateType<>(
              InboxSettings.AGGREGATE_TYPE,
              InboxSettingsDecider.INBOX_SETTINGS,
              InboxSettingsCommand.class,
              InboxSettings.class,
              InboxSettingsEvent.class,
              InboxSettingsRejection.class,
              new InboxSettingsCodec(),
              DueRule.nothing(),
              Policy.none(),
              new OnErasure.Erase<>(
                  new InboxSettingsCommand.Erase(),
                  _ ->
                      new Remains<>(
                          InboxSettingsDecider.INBOX_SETTINGS.initial(),
                          List.of(new InboxSettingsErased()))));

  private InboxAggregate() {}
}
