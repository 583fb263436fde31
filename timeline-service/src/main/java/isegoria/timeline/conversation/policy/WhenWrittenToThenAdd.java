package isegoria.timeline.conversation.policy;

import isegoria.timeline.conversation.write.ConversationCommand.Add;
import isegoria.timeline.conversation.write.ConversationId;
import java.util.List;
import java.util.Set;

/**
 * Whenever a direct post is written, it is added to the conversation of its thread and participants
 * that each of these has. An edit brings it to those whom the post did not concern before; the
 * others have it where it was.
 */
public final class WhenWrittenToThenAdd {

  private WhenWrittenToThenAdd() {}

  /**
   * What is added where.
   *
   * @param before whom the post has concerned before
   */
  public static List<Addition> of(DirectPost post, Set<Long> before) {
    Set<Long> participants = post.participants();
    long number = ConversationId.numberOf(post.thread(), participants);
    return participants.stream()
        .filter(owner -> !before.contains(owner))
        .map(owner -> new Addition(owner, number, add(post, owner)))
        .toList();
  }

  private static Add add(DirectPost post, long owner) {
    List<Long> others = post.participants().stream().filter(other -> other != owner).toList();
    return new Add(others, post.id(), post.author() == owner);
  }
}
