package isegoria.account.write.list;

import static isegoria.account.write.list.RepliesPolicy.LIST;
import static isegoria.account.write.list.RepliesPolicy.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.kafka.AccountAggregates;
import isegoria.account.write.list.ListsCommand.Add;
import isegoria.account.write.list.ListsCommand.Change;
import isegoria.account.write.list.ListsCommand.Create;
import isegoria.account.write.list.ListsCommand.Delete;
import isegoria.account.write.list.ListsCommand.Erase;
import isegoria.account.write.list.ListsCommand.Leave;
import isegoria.account.write.list.ListsCommand.Remove;
import isegoria.account.write.list.ListsEvent.ListChanged;
import isegoria.account.write.list.ListsEvent.ListCreated;
import isegoria.account.write.list.ListsEvent.ListDeleted;
import isegoria.account.write.list.ListsEvent.ListsErased;
import isegoria.account.write.list.ListsEvent.MembersAdded;
import isegoria.account.write.list.ListsEvent.MembersRemoved;
import isegoria.account.write.list.ListsRejection.AlreadyMember;
import isegoria.account.write.list.ListsRejection.NoSuchList;
import isegoria.account.write.list.ListsRejection.TitleBlank;
import isegoria.account.write.list.ListsRejection.TitleTooLong;
import isegoria.account.write.list.ListsRejection.TooManyLists;
import isegoria.account.write.list.ListsRejection.TooManyMembers;
import isegoria.account.write.list.ListsRejection.TooManyMemberships;
import isegoria.events.AccountId;
import isegoria.testkit.DeciderSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ListsDeciderTest {

  private static final AccountId BO = new AccountId(2);
  private static final AccountId CY = new AccountId(3);
  private static final ListSettings CATS = new ListSettings("Cats", LIST, false);
  private static final ListCreated CREATED = new ListCreated(10, CATS);
  private static final ListCreated OTHER = new ListCreated(11, CATS);

  private final DeciderSpec<ListsCommand, Lists, ListsEvent, ListsRejection> lists =
      DeciderSpec.of(AccountAggregates.with((stream, words) -> "hash").settings().lists());

  private static List<AccountId> accounts(long from, int count) {
    return LongStream.range(from, from + count).mapToObj(AccountId::new).toList();
  }

  @Test
  void a_list_is_created_changed_and_deleted() {
    lists.given().when(new Create(10, CATS)).then(CREATED);
    lists.given(CREATED).when(new Create(10, CATS)).thenNothing();
    lists
        .given(CREATED)
        .when(new Change(10, new ListChange(null, NONE, true)))
        .then(new ListChanged(10, new ListSettings("Cats", NONE, true)));
    lists.given(CREATED).when(new Change(10, new ListChange("Cats", null, null))).thenNothing();
    lists.given(CREATED).when(new Delete(10)).then(new ListDeleted(10));
  }

  @Test
  void a_list_that_is_not_there_takes_nothing() {
    lists.given().when(new Delete(10)).thenRejected(new NoSuchList());
    lists
        .given(CREATED)
        .when(new Change(11, new ListChange("Dogs", null, null)))
        .thenRejected(new NoSuchList());
    lists.given(CREATED).when(new Add(11, List.of(BO))).thenRejected(new NoSuchList());
    lists.given(CREATED).when(new Remove(11, List.of(BO))).thenRejected(new NoSuchList());
  }

  @Test
  void a_title_has_some_characters_and_not_too_many() {
    int max = ListSettings.TITLE_CHARACTERS_MAX;
    lists
        .given()
        .when(new Create(10, new ListSettings(" ", LIST, false)))
        .thenRejected(new TitleBlank());
    var longest = new ListSettings("🐈".repeat(max), LIST, false);
    lists.given().when(new Create(10, longest)).then(new ListCreated(10, longest));
    lists
        .given(CREATED)
        .when(new Change(10, new ListChange("x".repeat(max + 1), null, null)))
        .thenRejected(new TitleTooLong(max));
  }

  @Test
  void an_account_is_a_member_once() {
    var both = new MembersAdded(10, List.of(BO, CY));
    lists.given(CREATED).when(new Add(10, List.of(BO, CY))).then(both);
    lists.given(CREATED, both).when(new Add(10, List.of(CY))).thenRejected(new AlreadyMember());
    lists.given(CREATED).when(new Add(10, List.of())).thenNothing();
    lists
        .given(CREATED, both)
        .when(new Remove(10, List.of(CY, new AccountId(4))))
        .then(new MembersRemoved(10, List.of(CY)));
    lists.given(CREATED).when(new Remove(10, List.of(CY))).thenNothing();
  }

  @Test
  void one_who_is_followed_no_more_leaves_every_list() {
    lists
        .given(
            CREATED,
            OTHER,
            new ListCreated(12, CATS),
            new MembersAdded(10, List.of(BO, CY)),
            new MembersAdded(12, List.of(BO)))
        .when(new Leave(BO))
        .then(new MembersRemoved(10, List.of(BO)), new MembersRemoved(12, List.of(BO)));
    lists.given().when(new Leave(BO)).thenNothing();
  }

  @Test
  void there_is_an_end_to_how_many_lists() {
    lists
        .given(
            LongStream.range(0, Lists.LISTS_MAX)
                .mapToObj(id -> new ListCreated(id, CATS))
                .toArray(ListCreated[]::new))
        .when(new Create(100, CATS))
        .thenRejected(new TooManyLists(Lists.LISTS_MAX));
  }

  @Test
  void there_is_an_end_to_how_many_members() {
    var full = new MembersAdded(10, accounts(100, Lists.MEMBERS_MAX));
    lists
        .given(CREATED, full)
        .when(new Add(10, List.of(BO)))
        .thenRejected(new TooManyMembers(Lists.MEMBERS_MAX));
    List<ListsEvent> all = new ArrayList<>();
    for (int list = 0; list < Lists.MEMBERSHIPS_MAX / Lists.MEMBERS_MAX; list++) {
      all.add(new ListCreated(list, CATS));
      all.add(new MembersAdded(list, accounts(100, Lists.MEMBERS_MAX)));
    }
    all.add(new ListCreated(50, CATS));
    lists
        .given(all.toArray(ListsEvent[]::new))
        .when(new Add(50, List.of(BO)))
        .thenRejected(new TooManyMemberships(Lists.MEMBERSHIPS_MAX));
  }

  @Test
  void lists_go_with_their_owner() {
    lists.given(CREATED).when(new Erase()).then(new ListsErased());
    lists.given(CREATED, new ListsErased()).when(new Erase()).thenNothing();
  }

  @Test
  void a_list_keeps_its_place_and_its_members_when_it_changes() {
    Lists after =
        ListsDecider.LISTS.evolve(
            Lists.NONE,
            List.of(
                CREATED,
                OTHER,
                new MembersAdded(10, List.of(BO)),
                new ListChanged(10, new ListSettings("Dogs", NONE, true))));
    assertThat(after.lists()).extracting(AccountList::id).containsExactly(10L, 11L);
    assertThat(after.lists().getFirst().members()).containsExactly(BO);
    assertThat(after.of(BO)).extracting(list -> list.settings().title()).containsExactly("Dogs");
  }
}
