package isegoria.timeline.conversation.http;

import isegoria.api.ApiJson;
import isegoria.api.entity.Account;
import isegoria.api.entity.Conversation;
import isegoria.api.entity.Status;
import isegoria.api.paging.Page;
import isegoria.timeline.conversation.kafka.ConversationEvents.Shown;
import isegoria.timeline.conversation.read.ConversationRow;
import isegoria.timeline.conversation.read.ConversationSearch;
import isegoria.timeline.conversation.read.Conversations;
import isegoria.timeline.conversation.read.FoundConversations;
import isegoria.timeline.conversation.read.LastPosts;
import isegoria.timeline.conversation.write.ConversationId;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.feed.read.Restrictions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account's conversations, as blocks, mutes, deletions and sanctions are now. */
public final class GetConversations {

  private final Conversations conversations;
  private final Readers readers;
  private final Restrictions restrictions;
  private final Pages pages;

  public GetConversations(
      Conversations conversations, Readers readers, Restrictions restrictions, Pages pages) {
    this.conversations = conversations;
    this.readers = readers;
    this.restrictions = restrictions;
    this.pages = pages;
  }

  /** What of an account's conversations is in a page and shown. */
  FoundConversations<Conversation> page(long owner, Page page) {
    Reader reader = readers.reader(owner);
    return new ConversationSearch<>(
            conversations, owner, page, rows -> shown(reader, rows), GetConversations::place)
        .run();
  }

  /** One that is shown, as long as it has that id; null where there is none. */
  @Nullable Conversation one(long owner, ConversationId id) {
    List<ConversationRow> rows =
        conversations.rows(owner, List.of(id.number())).stream()
            .filter(row -> row.id().equals(id))
            .toList();
    List<Conversation> shown = shown(readers.reader(owner), rows);
    return shown.isEmpty() ? null : shown.getFirst();
  }

  /** The same, for those who listen. */
  public @Nullable Shown shown(long owner, ConversationId id) {
    Conversation found = one(owner, id);
    if (found == null || found.lastStatus() == null) {
      return null;
    }
    boolean isMuted = Boolean.TRUE.equals(found.lastStatus().muted());
    return new Shown(place(found), isMuted, ApiJson.write(found));
  }

  private static long place(Conversation shown) {
    return Long.parseLong(Objects.requireNonNull(shown.lastStatus()).id());
  }

  private List<Conversation> shown(Reader owner, List<ConversationRow> all) {
    List<ConversationRow> rows = all.stream().filter(row -> isShown(owner, row)).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<ConversationRow, Status> last = LastPosts.of(rows, ids -> posts(owner, ids));
    Set<Long> people = new HashSet<>(Set.of(owner.id()));
    last.keySet().forEach(row -> people.addAll(row.others()));
    Map<Long, Account> accounts = pages.accounts(people);
    return rows.stream()
        .filter(last::containsKey)
        .map(row -> rendered(owner, row, Objects.requireNonNull(last.get(row)), accounts))
        .toList();
  }

  private Map<Long, Status> posts(Reader owner, List<Long> ids) {
    Map<Long, Status> shown = new HashMap<>(pages.posts(ids, owner));
    shown.values().removeIf(post -> isHidden(owner, Long.parseLong(post.account().id())));
    return shown;
  }

  /** One with whom nothing is left to say is not shown: its end may have been hidden for years. */
  private boolean isShown(Reader owner, ConversationRow row) {
    return row.others().isEmpty()
        || row.others().stream().anyMatch(other -> !isHidden(owner, other));
  }

  /** From whom nothing is told to the owner, as with notifications. */
  private boolean isHidden(Reader owner, long account) {
    return owner.isBlockedFrom(account)
        || owner.mutesNotificationsOf(account)
        || restrictions.isSuspended(account);
  }

  private Conversation rendered(
      Reader owner, ConversationRow row, Status last, Map<Long, Account> accounts) {
    var others = new ArrayList<Account>();
    for (long other : row.others()) {
      Account account = accounts.get(other);
      if (account != null && !isHidden(owner, other)) {
        others.add(account);
      }
    }
    // Clients show a conversation under its accounts: one without any breaks them.
    Account self = accounts.get(owner.id());
    if (others.isEmpty() && self != null) {
      others.add(self);
    }
    boolean isUnread =
        Long.parseLong(last.id()) > row.readTo() && !Boolean.TRUE.equals(last.muted());
    return new Conversation(row.id().toString(), isUnread, others, last);
  }
}
