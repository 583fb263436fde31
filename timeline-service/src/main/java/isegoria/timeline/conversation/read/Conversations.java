package isegoria.timeline.conversation.read;

import java.util.Collection;
import java.util.List;

/** Reads conversations. Nothing here knows deletions, blocks, mutes or sanctions. */
public interface Conversations {

  /** The months in which the owner's conversations had posts, counted as {@code Buckets} does. */
  List<Integer> months(long owner);

  /** Those of that month, also those that were removed; in no order. */
  List<ActiveConversation> active(long owner, int month);

  /** Those of the conversations that are there. */
  List<ConversationRow> rows(long owner, Collection<Long> numbers);
}
