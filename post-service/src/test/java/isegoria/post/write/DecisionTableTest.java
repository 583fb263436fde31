package isegoria.post.write;

import static isegoria.post.write.Samples.ANA;
import static isegoria.post.write.Samples.BO;
import static isegoria.post.write.Samples.HELLO;
import static isegoria.post.write.Samples.HELLO_ID;
import static isegoria.post.write.Samples.HELLO_WORDS;
import static isegoria.post.write.Samples.LATER;
import static isegoria.post.write.Samples.NOON;
import static isegoria.post.write.Samples.OTHER_WORDS;
import static isegoria.post.write.Samples.publish;
import static isegoria.post.write.Samples.target;
import static isegoria.post.write.Samples.unseen;

import isegoria.events.PostId;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.post.kafka.PostCommands.Aggregates;
import isegoria.post.kafka.WordsHash;
import isegoria.post.write.Target.Reach;
import isegoria.post.write.engagement.Boosting;
import isegoria.post.write.engagement.EngagementCommand;
import isegoria.post.write.engagement.EngagementDecider;
import isegoria.post.write.engagement.EngagementEvent;
import isegoria.post.write.engagement.Mark;
import isegoria.post.write.pins.PinnedPost;
import isegoria.post.write.pins.PinsCommand;
import isegoria.post.write.pins.PinsDecider;
import isegoria.post.write.pins.PinsEvent;
import isegoria.post.write.post.PostCommand.Delete;
import isegoria.post.write.post.PostCommand.Edit;
import isegoria.post.write.post.PostCommand.Erase;
import isegoria.post.write.post.PostCommand.Remove;
import isegoria.post.write.post.PostCommand.Restore;
import isegoria.post.write.post.PostDecider;
import isegoria.post.write.post.PostEvent.PostDeleted;
import isegoria.post.write.post.PostEvent.PostEdited;
import isegoria.post.write.post.PostEvent.PostRemoved;
import isegoria.testkit.Golden;
import isegoria.testkit.StoredGolden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules as a table for reviewers: named histories × named commands. */
final class DecisionTableTest {
  private static final Aggregates AGGREGATES = Aggregates.with(new WordsHash(new byte[32]));

  private static final Mark MARK = new Mark(new PostId(7), NOON);
  private static final Mark NEXT = new Mark(new PostId(8), NOON);
  private static final Target OPEN = target(Visibility.PUBLIC);
  private static final Boosting BOOSTING = new Boosting(MARK, Visibility.PUBLIC);

  private static <C, S, E, R> String table(
      Decider<C, S, E, R> decider, Map<String, List<E>> histories, Map<String, C> commands) {
    var table = new StringBuilder();
    int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
    histories.forEach((given, history) -> {
      table.append("given ").append(given).append('\n');
      S state = decider.evolve(decider.initial(), history);
      commands.forEach((name, command) ->
          table
              .append("  ")
              .append(name)
              .repeat(' ', width - name.length())
              .append(" -> ")
              .append(ruling(decider.decide(state, command)))
              .append('\n'));
    });
    return table.toString();
  }

  private static String ruling(Decision<?, ?> decision) {
    return switch (decision) {
      case Decision.Rejected<?, ?>(Object reason) -> "refused: " + reason;
      case Decision.Accepted<?, ?>(List<?> events) when events.isEmpty() -> "so already";
      case Decision.Accepted<?, ?>(List<?> events) ->
          events.stream()
              .map(event -> event.getClass().getSimpleName())
              .collect(Collectors.joining(", "));
    };
  }

  @Test
  void the_rules_of_posts() {
    var histories = new LinkedHashMap<String, List<isegoria.post.write.post.PostEvent>>();
    histories.put("nothing", List.of());
    histories.put("published by ana", List.of(HELLO));
    histories.put("edited", List.of(HELLO, new PostEdited(OTHER_WORDS, 2, LATER)));
    histories.put("removed by sanction s1", List.of(HELLO, new PostRemoved("s1")));
    histories.put("deleted", List.of(HELLO, new PostDeleted()));
    var commands = new LinkedHashMap<String, isegoria.post.write.post.PostCommand>();
    commands.put("publish by ana", publish(HELLO));
    commands.put("edit by ana, first words", new Edit(ANA, HELLO_WORDS, LATER));
    commands.put("edit by ana, other words", new Edit(ANA, OTHER_WORDS, LATER));
    commands.put("edit by bo", new Edit(BO, OTHER_WORDS, LATER));
    commands.put("delete by ana", new Delete(ANA));
    commands.put("delete by bo", new Delete(BO));
    commands.put("remove, s1", new Remove("s1"));
    commands.put("remove, s2", new Remove("s2"));
    commands.put("restore, s1", new Restore("s1"));
    commands.put("restore, s2", new Restore("s2"));
    commands.put("erase", new Erase());
    Golden.generated("rules/post.txt").matches(table(PostDecider.POST, histories, commands));
    StoredGolden.matches(AGGREGATES.post(), histories, commands);
  }

  @Test
  void the_rules_of_engagements() {
    var histories = new LinkedHashMap<String, List<EngagementEvent>>();
    histories.put("nothing", List.of());
    histories.put("favourited", List.of(new EngagementEvent.PostFavourited(BO, OPEN, MARK)));
    histories.put("boosted", List.of(new EngagementEvent.PostBoosted(BO, OPEN, BOOSTING)));
    histories.put("bookmarked", List.of(new EngagementEvent.PostBookmarked(BO, OPEN, MARK)));
    histories.put("thread muted", List.of(new EngagementEvent.ConversationMuted(BO, OPEN, NOON)));
    var commands = new LinkedHashMap<String, EngagementCommand>();
    commands.put("favourite", new EngagementCommand.Favourite(BO, OPEN, NEXT));
    commands.put(
        "favourite, not there", new EngagementCommand.Favourite(BO, unseen(Reach.MISSING), NEXT));
    commands.put(
        "favourite, blocked", new EngagementCommand.Favourite(BO, unseen(Reach.BLOCKED), NEXT));
    commands.put("unfavourite", new EngagementCommand.Unfavourite());
    for (Visibility visibility : Visibility.values()) {
      commands.put(
          "boost, " + visibility + " of somebody",
          new EngagementCommand.Boost(BO, target(visibility), NEXT, Visibility.PUBLIC));
      commands.put(
          "boost, " + visibility + " of one's own",
          new EngagementCommand.Boost(ANA, target(visibility), NEXT, Visibility.PUBLIC));
    }
    commands.put("unboost", new EngagementCommand.Unboost());
    commands.put("bookmark", new EngagementCommand.Bookmark(BO, OPEN, NEXT));
    commands.put("unbookmark", new EngagementCommand.Unbookmark());
    commands.put("mute thread", new EngagementCommand.MuteConversation(BO, OPEN, LATER));
    commands.put("unmute thread", new EngagementCommand.UnmuteConversation());
    commands.put("erase", new EngagementCommand.Erase());
    Golden.generated("rules/engagement.txt")
        .matches(table(EngagementDecider.ENGAGEMENT, histories, commands));
    StoredGolden.matches(AGGREGATES.engagement(), histories, commands);
  }

  @Test
  void the_rules_of_pins() {
    var histories = new LinkedHashMap<String, List<PinsEvent>>();
    histories.put("nothing", List.of());
    histories.put("pinned", List.of(pinned(HELLO_ID.value())));
    histories.put("five others pinned", IntStream.range(0, 5).mapToObj(i -> pinned(i)).toList());
    var commands = new LinkedHashMap<String, PinsCommand>();
    commands.put("pin one's own", new PinsCommand.Pin(ANA, OPEN));
    commands.put("pin somebody's", new PinsCommand.Pin(BO, OPEN));
    commands.put("pin a direct one", new PinsCommand.Pin(ANA, target(Visibility.DIRECT)));
    commands.put("pin what is not there", new PinsCommand.Pin(ANA, unseen(Reach.MISSING)));
    commands.put("unpin", new PinsCommand.Unpin(HELLO_ID));
    commands.put("erase", new PinsCommand.Erase());
    Golden.generated("rules/pins.txt").matches(table(PinsDecider.PINS, histories, commands));
    StoredGolden.matches(AGGREGATES.pins(), histories, commands);
  }

  private static PinsEvent pinned(long id) {
    return new PinsEvent.PostPinned(ANA, new PinnedPost(new PostId(id), Visibility.PUBLIC));
  }
}
