package isegoria.timeline.notification.http;

import isegoria.edge.ApiException;
import isegoria.edge.Replies;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.ask.Commands;
import isegoria.service.WriteAccess;
import isegoria.timeline.notification.kafka.InboxAggregate;
import isegoria.timeline.notification.write.Inbox;
import isegoria.timeline.notification.write.InboxCommand;
import isegoria.timeline.notification.write.InboxRejection;
import isegoria.timeline.notification.write.InboxRejection.NoSuchNotification;
import isegoria.timeline.notification.write.settings.InboxSettings;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand;
import isegoria.timeline.notification.write.settings.InboxSettingsRejection;
import isegoria.timeline.notification.write.settings.InboxSettingsRejection.TooManyAccepted;
import java.util.function.Function;

/** Sends what accounts ask of their inboxes. */
public final class InboxActions {

  private final Commands commands;
  private final WriteAccess writeAccess;

  public InboxActions(Commands commands, WriteAccess writeAccess) {
    this.commands = commands;
    this.writeAccess = writeAccess;
  }

  /** Whose inbox it is; throws when they may not change it. */
  AccountId owner(Viewer viewer) {
    return writeAccess.require(viewer, "write:notifications");
  }

  void ask(AccountId owner, InboxCommand command, CommandContext context) {
    ask(InboxAggregate.INBOX, Inbox.key(owner), command, context, InboxActions::problem);
  }

  void ask(AccountId owner, InboxSettingsCommand command, CommandContext context) {
    ask(InboxAggregate.SETTINGS, InboxSettings.key(owner), command, context, InboxActions::problem);
  }

  private <C, S, E, R> void ask(
      AggregateType<C, S, E, R> type,
      String key,
      C command,
      CommandContext context,
      Function<R, ApiException> problems) {
    try {
      var _ = Replies.state(commands.ask(type, key, command, context), problems);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unavailable();
    }
  }

  private static ApiException problem(InboxRejection rejection) {
    return switch (rejection) {
      case NoSuchNotification _ -> ApiException.notFound();
    };
  }

  private static ApiException problem(InboxSettingsRejection rejection) {
    return switch (rejection) {
      case TooManyAccepted(int max) ->
          ApiException.invalid("You cannot accept more than " + max + " accounts");
    };
  }
}
