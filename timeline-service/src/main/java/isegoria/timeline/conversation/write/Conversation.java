package isegoria.timeline.conversation.write;

import isegoria.events.Partitioning;
import java.util.List;

/**
 * What the rules of one owner's conversation depend on. Its posts stand in tables, so it stays
 * small however long it gets.
 *
 * @param others who takes part beside the owner, by id; none where the owner is alone
 * @param oldest its oldest post; 0 while it holds none
 * @param newest its newest post; 0 while it holds none
 * @param readTo the newest post that the owner has read, or wrote
 * @param removedTo the newest post that the owner removed it with
 * @param removals how often the owner has removed it
 */
public record Conversation(
    List<Long> others, long oldest, long newest, long readTo, long removedTo, int removals) {

  /** What commands are addressed to. */
  public static final String AGGREGATE_TYPE = "conversation";

  static final Conversation NONE = new Conversation(List.of(), 0, 0, 0, 0, 0);

  public Conversation {
    others = List.copyOf(others);
  }

  /** The key of an owner's conversation of that number. */
  public static String key(long owner, long number) {
    return Partitioning.key(Long.toString(owner), AGGREGATE_TYPE + "/" + number);
  }

  /** The number of the conversation that has this key. */
  public static long numberOf(String key) {
    return Long.parseLong(key.substring(key.lastIndexOf('/') + 1));
  }

  public boolean holdsNone() {
    return newest == 0;
  }

  public boolean hasUnread() {
    return newest > readTo;
  }

  /** How often it was removed, as its id says. */
  public int generation() {
    return removals % ConversationId.GENERATIONS;
  }

  /** Posts of several authors come in any order. */
  Conversation with(List<Long> participants, long post, boolean isOwn) {
    return new Conversation(
        participants,
        holdsNone() ? post : Math.min(oldest, post),
        Math.max(newest, post),
        isOwn ? Math.max(readTo, post) : readTo,
        removedTo,
        removals);
  }

  Conversation readTo(long post) {
    if (holdsNone()) {
      throw new IllegalStateException("conversation: no posts (expected: some)");
    }
    return new Conversation(others, oldest, newest, post, removedTo, removals);
  }

  Conversation removed() {
    return new Conversation(List.of(), 0, 0, 0, newest, removals + 1);
  }
}
