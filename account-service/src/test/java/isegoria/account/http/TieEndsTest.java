package isegoria.account.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.relationship.TieList;
import isegoria.account.read.relationship.TieRow;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.account.write.relationship.RelationshipCommand.RemoveFollower;
import isegoria.account.write.relationship.RelationshipCommand.Unblock;
import isegoria.account.write.relationship.RelationshipCommand.Unfollow;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.edge.ApiException;
import isegoria.events.AccountId;
import isegoria.eventsourcing.wire.Reply;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Of an account with five ties; the one with account 2 makes trouble. */
final class TieEndsTest {

  private static final AccountId ME = new AccountId(1);
  private static final AccountId TROUBLE = new AccountId(2);

  private final Map<TieList, Set<Long>> ties =
      Map.of(
          TieList.FOLLOWING, ids(2, 3),
          TieList.FOLLOWER, ids(3, 4),
          TieList.BLOCKING, ids(5),
          TieList.MUTING, ids(),
          TieList.REQUESTER, ids());
  private final Queue<RelationshipCommand> asked = new ConcurrentLinkedQueue<>();
  private final Queue<Reply<?, ?, ?>> troubles = new ConcurrentLinkedQueue<>();
  private final TieEnds ends = new TieEnds(new Lists(), this::answer);

  private static Set<Long> ids(long... ids) {
    Set<Long> all = ConcurrentHashMap.newKeySet();
    for (long id : ids) {
      all.add(id);
    }
    return all;
  }

  private final class Lists implements Relationships {
    @Override
    public Map<Pair, Relationship> of(Collection<Pair> pairs) {
      return Map.of();
    }

    @Override
    public PageOf<TieRow> page(TieList list, AccountId owner, Page page) {
      Set<Long> others = ties.getOrDefault(list, Set.of());
      return new PageOf<>(
          others.stream().map(other -> new TieRow(other, new AccountId(other))).toList(),
          OptionalLong.empty());
    }
  }

  private Reply<?, ?, ?> answer(RelationshipCommand command) {
    asked.add(command);
    Reply<?, ?, ?> trouble = command.to().equals(TROUBLE) ? troubles.poll() : null;
    if (trouble != null) {
      return trouble;
    }
    ties.values().forEach(others -> others.remove(command.to().value()));
    return new Reply.Accepted<>(Relationship.STRANGERS, List.of(), false, "");
  }

  private List<Long> left() {
    return ties.values().stream().flatMap(Set::stream).toList();
  }

  @Test
  void each_tie_is_ended_as_its_list_says() {
    ends.endAll(ME);
    assertThat(asked)
        .contains(
            new Unfollow(ME, TROUBLE),
            new RemoveFollower(ME, new AccountId(4)),
            new Unblock(ME, new AccountId(5)));
    assertThat(left()).isEmpty();
  }

  @Test
  void a_tie_that_cannot_be_ended_fails_the_erasure_of_which_it_is_a_step() {
    troubles.add(new Reply.Unknown<>());
    assertThatThrownBy(() -> ends.endAll(ME)).isInstanceOf(ApiException.class);
  }

  @Test
  void a_late_tie_that_cannot_be_ended_holds_up_no_other() {
    for (int walk = 1; walk <= TieEnds.WALKS_MAX; walk++) {
      troubles.add(new Reply.Unknown<>());
    }
    ends.endPossible(ME);
    assertThat(left()).containsExactly(TROUBLE.value());
    assertThat(troubles).as("tried in each walk").isEmpty();
  }

  @Test
  void a_late_tie_that_fails_once_is_ended_in_the_next_walk() {
    troubles.add(new Reply.Unavailable<>());
    ends.endPossible(ME);
    assertThat(left()).isEmpty();
    assertThat(asked).filteredOn(each -> each.to().equals(TROUBLE)).hasSize(2);
  }

  @Test
  void one_that_cannot_be_read_is_left_at_once() {
    troubles.add(new Reply.Quarantined<>());
    ends.endPossible(ME);
    assertThat(left()).containsExactly(TROUBLE.value());
    assertThat(asked).filteredOn(each -> each.to().equals(TROUBLE)).hasSize(1);
  }
}
