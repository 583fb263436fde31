package isegoria.timeline.conversation.read;

/**
 * A conversation that had posts in a month.
 *
 * @param newest none of its posts of that month is newer
 */
public record ActiveConversation(long number, long newest) {}
