package isegoria.timeline.home.kafka;

import isegoria.events.AvroReader;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.account.ListEntry;
import isegoria.events.account.ListsState;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.home.read.AccountLists;
import isegoria.timeline.home.read.FeedList;
import isegoria.timeline.home.read.FeedList.Replies;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Fills the lists of this instance with what accounts made of them. */
public final class ListTail {

  private final AvroReader<ListsState> states =
      AvroReader.of(Topics.ACCOUNT_LISTS, ListsState.class);
  private final AccountLists lists;

  private ListTail(AccountLists lists) {
    this.lists = lists;
  }

  public static Tail of(KafkaSettings kafka, AccountLists lists, Barrier barrier) {
    var tail = new ListTail(lists);
    return new Tail(
            kafka, "lists", List.of(Topics.ACCOUNT_LISTS), OnUndecodable.KEEP_LAST, tail::changed)
        .registerAt(barrier);
  }

  private void changed(ConsumerRecord<String, byte[]> change) {
    long account = Long.parseLong(Partitioning.ownerOf(change.key()));
    lists.set(
        account,
        change.value() == null
            ? List.of()
            : states.decode(change.value()).getLists().stream().map(ListTail::list).toList());
  }

  static FeedList list(ListEntry entry) {
    var members = new LongOpenHashSet(entry.getMemberIds().size());
    entry.getMemberIds().forEach(member -> members.add(Long.parseLong(member)));
    return new FeedList(
        Long.parseLong(entry.getListId()),
        Replies.valueOf(entry.getRepliesPolicy().toUpperCase(Locale.ROOT)),
        entry.getExclusive(),
        members);
  }
}
