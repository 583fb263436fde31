package isegoria.timeline.conversation.policy;

import isegoria.timeline.conversation.write.ConversationCommand.Add;

/** A post for the conversation of that number of an account. */
public record Addition(long owner, long number, Add command) {}
