package isegoria.timeline.conversation.write;

import isegoria.testkit.Golden;
import isegoria.testkit.StoredGolden;
import isegoria.timeline.RuleTable;
import isegoria.timeline.conversation.kafka.ConversationAggregate;
import isegoria.timeline.conversation.write.ConversationCommand.Add;
import isegoria.timeline.conversation.write.ConversationCommand.Erase;
import isegoria.timeline.conversation.write.ConversationCommand.MarkUnread;
import isegoria.timeline.conversation.write.ConversationCommand.Read;
import isegoria.timeline.conversation.write.ConversationCommand.Remove;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationPostAdded;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationRead;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationRemoved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules as a table, so that a change of one is a reviewed difference. */
final class DecisionTableTest {

  @Test
  void of_a_conversation() {
    List<Long> others = List.of(2L, 3L);
    var post = new ConversationPostAdded(others, 10, false);
    Map<String, List<ConversationEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put("a post by another", List.of(post));
    histories.put("a post by another, read", List.of(post, new ConversationRead(10)));
    histories.put("removed", List.of(post, new ConversationRemoved(10)));
    Map<String, ConversationCommand> commands = new LinkedHashMap<>();
    commands.put("the post again", new Add(others, 10, false));
    commands.put("an answer", new Add(others, 11, true));
    commands.put("read", new Read(0));
    commands.put("mark unread", new MarkUnread(0));
    commands.put("remove", new Remove(0));
    commands.put("erase", new Erase());
    Golden.generated("rules/conversation.txt")
        .matches(RuleTable.of(ConversationDecider.CONVERSATION, histories, commands));
    StoredGolden.matches(ConversationAggregate.CONVERSATION, histories, commands);
  }
}
