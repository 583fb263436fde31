package isegoria.account.write;

import isegoria.account.kafka.AccountAggregates;
import isegoria.account.write.account.AccountCommand;
import isegoria.account.write.account.AccountDecider;
import isegoria.account.write.account.AccountEvent;
import isegoria.account.write.account.CloseReason;
import isegoria.account.write.account.Profile;
import isegoria.account.write.account.ProfileChange;
import isegoria.account.write.account.Role;
import isegoria.account.write.account.SettingsChange;
import isegoria.account.write.filter.FilterAction;
import isegoria.account.write.filter.FilterChange;
import isegoria.account.write.filter.FilterContext;
import isegoria.account.write.filter.FilterSettings;
import isegoria.account.write.filter.FilteredPost;
import isegoria.account.write.filter.FiltersCommand;
import isegoria.account.write.filter.FiltersEvent;
import isegoria.account.write.filter.Keyword;
import isegoria.account.write.filter.KeywordEdit;
import isegoria.account.write.list.ListChange;
import isegoria.account.write.list.ListSettings;
import isegoria.account.write.list.Lists;
import isegoria.account.write.list.ListsCommand;
import isegoria.account.write.list.ListsEvent;
import isegoria.account.write.list.RepliesPolicy;
import isegoria.account.write.marker.MarkedTimeline;
import isegoria.account.write.marker.MarkersCommand;
import isegoria.account.write.marker.MarkersEvent;
import isegoria.account.write.name.NameCommand;
import isegoria.account.write.name.NameDecider;
import isegoria.account.write.name.NameEvent;
import isegoria.account.write.note.Note;
import isegoria.account.write.note.NoteCommand;
import isegoria.account.write.note.NoteEvent;
import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.account.write.relationship.RelationshipCommand.Target;
import isegoria.account.write.relationship.RelationshipDecider;
import isegoria.account.write.relationship.RelationshipEvent;
import isegoria.account.write.tag.FollowedTags;
import isegoria.account.write.tag.FollowedTagsCommand;
import isegoria.account.write.tag.FollowedTagsDecider;
import isegoria.account.write.tag.FollowedTagsEvent;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.testkit.Golden;
import isegoria.testkit.StoredGolden;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules as a table for reviewers: named histories × named commands. */
final class DecisionTableTest {

  private static final AccountAggregates AGGREGATES =
      AccountAggregates.with((stream, words) -> "hash");
  private static final AccountId ANA = new AccountId(1);
  private static final AccountId BO = new AccountId(2);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final FollowOptions USUAL = FollowOptions.USUAL;
  private static final FollowOptions OTHER = new FollowOptions(false, true, List.of("de"));

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

  private static <E, R> String ruling(Decision<E, R> decision) {
    return switch (decision) {
      case Decision.Rejected<E, R>(R reason) -> "refused: " + reason;
      case Decision.Accepted<E, R>(List<E> events) when events.isEmpty() -> "so already";
      case Decision.Accepted<E, R>(List<E> events) ->
          events.stream().map(DecisionTableTest::told).collect(Collectors.joining(", "));
    };
  }

  private static String told(Object event) {
    String name = event.getClass().getSimpleName();
    return event instanceof RelationshipEvent between
        ? name + "[" + between.from() + " " + between.to() + "]"
        : name;
  }

  @Test
  void of_a_name() {
    var opening = new AccountCommand.Open(ANA, "ana", "", "", Role.USER, NOON);
    Map<String, List<NameEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put("claimed by 1", List.of(new NameEvent.NameClaimed(opening)));
    histories.put(
        "claimed by 1, released",
        List.of(new NameEvent.NameClaimed(opening), new NameEvent.NameReleased(ANA)));
    Map<String, NameCommand> commands = new LinkedHashMap<>();
    commands.put(
        "claim for 2",
        new NameCommand.Claim(new AccountCommand.Open(BO, "ana", "", "", Role.USER, NOON)));
    commands.put("release by 1", new NameCommand.Release(ANA));
    commands.put("release by 2", new NameCommand.Release(BO));
    Golden.generated("rules/name.txt").matches(table(NameDecider.NAME, histories, commands));
    StoredGolden.matches(AGGREGATES.name(), histories, commands);
  }

  @Test
  void of_an_account() {
    AccountEvent opened =
        new AccountEvent.AccountOpened(ANA, "ana", Profile.named("", ""), Role.USER, NOON);
    Map<String, List<AccountEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put("opened", List.of(opened));
    histories.put(
        "closed",
        List.of(opened, new AccountEvent.AccountClosed(ANA, "ana", "", CloseReason.OPERATOR)));
    Map<String, AccountCommand> commands = new LinkedHashMap<>();
    commands.put("open", new AccountCommand.Open(ANA, "ana", "", "", Role.USER, NOON));
    commands.put("open as bo", new AccountCommand.Open(ANA, "bo", "", "", Role.USER, NOON));
    commands.put(
        "lock",
        new AccountCommand.EditProfile(
            new ProfileChange(null, null, null, true, null, null, null, null)));
    commands.put("edit nothing", new AccountCommand.EditProfile(ProfileChange.NOTHING));
    commands.put(
        "post unlisted by default",
        new AccountCommand.ChangeSettings(new SettingsChange("unlisted", null, null, null)));
    commands.put("make admin", new AccountCommand.ChangeRole(Role.ADMIN));
    commands.put("erase", new AccountCommand.Close(CloseReason.ERASED));
    Golden.generated("rules/account.txt")
        .matches(table(AccountDecider.ACCOUNT, histories, commands));
    StoredGolden.matches(AGGREGATES.account(), histories, commands);
  }

  @Test
  void of_a_relationship() {
    RelationshipEvent followed = new RelationshipEvent.AccountFollowed(ANA, BO, USUAL, NOON, null);
    RelationshipEvent back = new RelationshipEvent.AccountFollowed(BO, ANA, USUAL, NOON, null);
    Map<String, List<RelationshipEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put("1 follows 2", List.of(followed));
    histories.put("both follow", List.of(followed, back));
    histories.put(
        "1 asks to follow 2", List.of(new RelationshipEvent.FollowRequested(ANA, BO, USUAL, NOON)));
    histories.put("1 blocks 2", List.of(new RelationshipEvent.AccountBlocked(ANA, BO, NOON)));
    histories.put("2 blocks 1", List.of(new RelationshipEvent.AccountBlocked(BO, ANA, NOON)));
    histories.put(
        "1 mutes 2 until later",
        List.of(new RelationshipEvent.AccountMuted(ANA, BO, true, LATER, NOON)));
    Map<String, RelationshipCommand> commands = new LinkedHashMap<>();
    commands.put("1 follows 2", follow(USUAL, Target.OPEN));
    commands.put("1 follows 2 otherwise", follow(OTHER, Target.OPEN));
    commands.put("1 follows 2, who is locked", follow(USUAL, Target.LOCKED));
    commands.put("1 follows 2, who is gone", follow(USUAL, Target.GONE));
    commands.put("1 unfollows 2", new RelationshipCommand.Unfollow(ANA, BO));
    commands.put("2 accepts 1", new RelationshipCommand.AcceptRequest(BO, ANA, LATER));
    commands.put("2 rejects 1", new RelationshipCommand.RejectRequest(BO, ANA));
    commands.put("2 removes follower 1", new RelationshipCommand.RemoveFollower(BO, ANA));
    commands.put("2 blocks 1", new RelationshipCommand.Block(BO, ANA, LATER));
    commands.put("1 unblocks 2", new RelationshipCommand.Unblock(ANA, BO));
    commands.put("1 mutes 2", new RelationshipCommand.Mute(ANA, BO, true, null, LATER));
    commands.put("1 unmutes 2", new RelationshipCommand.Unmute(ANA, BO));
    commands.put("later has come", new RelationshipCommand.LapseMute(ANA, BO, LATER));
    Golden.generated("rules/relationship.txt")
        .matches(table(RelationshipDecider.RELATIONSHIP, histories, commands));
    StoredGolden.matches(AGGREGATES.relationship(), histories, commands);
  }

  @Test
  void of_followed_tags() {
    Map<String, List<FollowedTagsEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put("cats", List.of(new FollowedTagsEvent.TagFollowed(ANA, "cats", 1)));
    histories.put(
        "as many as may be",
        IntStream.range(0, FollowedTags.TAGS_MAX)
            .<FollowedTagsEvent>mapToObj(
                id -> new FollowedTagsEvent.TagFollowed(ANA, "tag" + id, id))
            .toList());
    Map<String, FollowedTagsCommand> commands = new LinkedHashMap<>();
    commands.put("follow cats", new FollowedTagsCommand.Follow(ANA, "cats", 2));
    commands.put("unfollow cats", new FollowedTagsCommand.Unfollow(ANA, "cats"));
    commands.put("erase", new FollowedTagsCommand.Erase());
    Golden.generated("rules/followed-tags.txt")
        .matches(table(FollowedTagsDecider.FOLLOWED_TAGS, histories, commands));
    StoredGolden.matches(AGGREGATES.followedTags(), histories, commands);
  }

  @Test
  void of_lists() {
    var cats = new ListSettings("Cats", RepliesPolicy.LIST, false);
    ListsEvent created = new ListsEvent.ListCreated(7, cats);
    Map<String, List<ListsEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put("a list", List.of(created));
    histories.put("a list of 2", List.of(created, new ListsEvent.MembersAdded(7, List.of(BO))));
    histories.put(
        "as many as may be",
        IntStream.range(0, Lists.LISTS_MAX)
            .<ListsEvent>mapToObj(id -> new ListsEvent.ListCreated(id, cats))
            .toList());
    Map<String, ListsCommand> commands = new LinkedHashMap<>();
    commands.put("create", new ListsCommand.Create(100, cats));
    commands.put(
        "create without a title",
        new ListsCommand.Create(100, new ListSettings("", RepliesPolicy.NONE, true)));
    commands.put("make exclusive", new ListsCommand.Change(7, new ListChange(null, null, true)));
    commands.put("delete", new ListsCommand.Delete(7));
    commands.put("add 2", new ListsCommand.Add(7, List.of(BO)));
    commands.put("remove 2", new ListsCommand.Remove(7, List.of(BO)));
    commands.put("2 leaves", new ListsCommand.Leave(BO));
    commands.put("erase", new ListsCommand.Erase());
    var lists = AGGREGATES.settings().lists();
    Golden.generated("rules/lists.txt").matches(table(lists.decider(), histories, commands));
    StoredGolden.matches(lists, histories, commands);
  }

  @Test
  void of_filters() {
    var politics =
        new FilterSettings("Politics", List.of(FilterContext.HOME), FilterAction.WARN, LATER);
    var vote = new Keyword(8, "vote", true);
    var post = new FilteredPost(9, new PostId(3));
    FiltersEvent created = new FiltersEvent.FilterCreated(7, politics);
    Map<String, List<FiltersEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put("a filter", List.of(created));
    histories.put(
        "a filter with a keyword and a post",
        List.of(
            created, new FiltersEvent.KeywordAdded(7, vote), new FiltersEvent.PostAdded(7, post)));
    Map<String, FiltersCommand> commands = new LinkedHashMap<>();
    commands.put("create", new FiltersCommand.Create(100, politics, List.of(vote)));
    commands.put(
        "hide for ever",
        new FiltersCommand.Change(
            7, new FilterChange(null, null, FilterAction.HIDE, true, null), List.of()));
    commands.put("add a keyword", editing(new KeywordEdit.Add(new Keyword(10, "party", false))));
    commands.put("revise the keyword", editing(new KeywordEdit.Revise(8, "votes", null)));
    commands.put("remove the keyword", editing(new KeywordEdit.Remove(8)));
    commands.put("delete", new FiltersCommand.Delete(7));
    commands.put(
        "add the post", new FiltersCommand.AddPost(7, new FilteredPost(11, new PostId(3))));
    commands.put("remove the post", new FiltersCommand.RemovePost(9));
    commands.put("erase", new FiltersCommand.Erase());
    var filters = AGGREGATES.settings().filters();
    Golden.generated("rules/filters.txt").matches(table(filters.decider(), histories, commands));
    StoredGolden.matches(filters, histories, commands);
  }

  private static FiltersCommand editing(KeywordEdit edit) {
    return new FiltersCommand.Change(7, FilterChange.NOTHING, List.of(edit));
  }

  @Test
  void of_markers() {
    Map<String, List<MarkersEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put("home at 7", List.of(new MarkersEvent.MarkerMoved(MarkedTimeline.HOME, 7, NOON)));
    Map<String, MarkersCommand> commands = new LinkedHashMap<>();
    commands.put("home to 7", new MarkersCommand.Move(7L, null, LATER));
    commands.put("both to 5", new MarkersCommand.Move(5L, 5L, LATER));
    commands.put("erase", new MarkersCommand.Erase());
    var markers = AGGREGATES.settings().markers();
    Golden.generated("rules/markers.txt").matches(table(markers.decider(), histories, commands));
    StoredGolden.matches(markers, histories, commands);
  }

  @Test
  void of_a_note() {
    Map<String, List<NoteEvent>> histories = new LinkedHashMap<>();
    histories.put("nothing", List.of());
    histories.put("kind", List.of(new NoteEvent.NoteWritten("kind")));
    Map<String, NoteCommand> commands = new LinkedHashMap<>();
    commands.put("write kind", new NoteCommand.Write("kind"));
    commands.put("write nothing", new NoteCommand.Write(""));
    commands.put("write a novel", new NoteCommand.Write("x".repeat(Note.CHARACTERS_MAX + 1)));
    commands.put("erase", new NoteCommand.Erase());
    var note = AGGREGATES.settings().note();
    Golden.generated("rules/note.txt").matches(table(note.decider(), histories, commands));
    StoredGolden.matches(note, histories, commands);
  }

  private static RelationshipCommand follow(FollowOptions options, Target target) {
    return new RelationshipCommand.Follow(ANA, BO, options, target, LATER);
  }
}
