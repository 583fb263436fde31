package isegoria.timeline.notification.policy;

import isegoria.events.AccountId;
import isegoria.timeline.notification.write.InboxCommand;

/** A command for the inbox of an account. */
public record Notice(AccountId recipient, InboxCommand command) {}
