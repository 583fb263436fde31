package isegoria.account.kafka;

import isegoria.account.write.list.AccountList;
import isegoria.account.write.list.ListSettings;
import isegoria.account.write.list.Lists;
import isegoria.account.write.list.RepliesPolicy;
import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.account.ListEntry;
import isegoria.events.account.ListsState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The lists of an account, as the contract writes them. */
public final class ListsCodec implements SettingsCodec<Lists> {

  private static final AvroCodec<ListsState> STATES =
      AvroCodec.of(Topics.ACCOUNT_LISTS, ListsState.class);

  @Override
  public Topic topic() {
    return Topics.ACCOUNT_LISTS;
  }

  @Override
  public String type() {
    return "lists";
  }

  @Override
  public byte @Nullable [] encode(AccountId account, Lists lists, Instant recordedAt) {
    return lists.lists().isEmpty()
        ? null
        : STATES.encode(
            new ListsState(
                account.toString(),
                lists.lists().stream().map(ListsCodec::entry).toList(),
                recordedAt));
  }

  private static ListEntry entry(AccountList list) {
    ListSettings settings = list.settings();
    return new ListEntry(
        Long.toString(list.id()),
        settings.title(),
        settings.replies().word(),
        settings.exclusive(),
        list.members().stream().map(AccountId::toString).toList());
  }

  @Override
  public Lists decode(byte[] bytes) {
    return new Lists(STATES.decode(bytes).getLists().stream().map(ListsCodec::list).toList());
  }

  private static AccountList list(ListEntry entry) {
    return new AccountList(
        Long.parseLong(entry.getListId()),
        new ListSettings(
            entry.getTitle(),
            RepliesPolicy.of(entry.getRepliesPolicy()).orElseThrow(),
            entry.getExclusive()),
        entry.getMemberIds().stream().map(AccountId::of).toList());
  }
}
