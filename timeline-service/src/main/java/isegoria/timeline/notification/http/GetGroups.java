package isegoria.timeline.notification.http;

import isegoria.api.entity.Account;
import isegoria.api.paging.Page;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.notification.read.Member;
import isegoria.timeline.notification.read.NotificationGroup;
import isegoria.timeline.notification.read.NotificationRow;
import isegoria.timeline.notification.read.Notifications;
import isegoria.timeline.notification.read.ReadMarker;
import isegoria.timeline.notification.read.Screen;
import isegoria.timeline.notification.write.GroupKey;
import isegoria.timeline.notification.write.NotificationType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account's notifications in groups; a group stands where its newest member is. */
public final class GetGroups {

  /** Members that a page shows of a group. */
  static final int SAMPLE_MAX = 8;

  /**
   * Members of a group that a page looks at. Of a group that has no more, hidden members are not
   * counted; of a larger one, those among the newest are not.
   */
  static final int MEMBERS_READ_MAX = 100;

  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparingLong(Entry::id).reversed();

  private final Notifications notifications;
  private final ReadMarker marker;
  private final Screens screens;
  private final Pages pages;

  public GetGroups(Notifications notifications, ReadMarker marker, Screens screens, Pages pages) {
    this.notifications = notifications;
    this.marker = marker;
    this.screens = screens;
    this.pages = pages;
  }

  /** A place in the list, with as many members as were read of it. */
  private record Entry(
      String key,
      NotificationType type,
      long post,
      long id,
      long members,
      long dismissed,
      List<Member> newest) {

    static Entry of(NotificationRow row) {
      return new Entry(
          GroupKey.ofOne(row.id()),
          row.type(),
          row.post(),
          row.id(),
          1,
          0,
          List.of(new Member(row.id(), row.sender())));
    }

    static Entry of(NotificationGroup group, List<Member> newest) {
      return new Entry(
          group.key(),
          group.type(),
          group.post(),
          group.newest(),
          group.members(),
          group.dismissed(),
          newest);
    }

    Entry leftOut() {
      return new Entry(key, type, post, id, members, dismissed, List.of());
    }
  }

  /**
   * What of an account's groups is in a page and shown.
   *
   * @param grouped types that the client wants in groups
   */
  Filled<ShownGroup> page(long owner, Choice choice, Set<NotificationType> grouped, Page page) {
    Screen screen = screens.of(owner);
    long cleared = notifications.clearedUpTo(owner);
    return Filled.of(
        GetNotifications.newerThan(page, cleared),
        look -> entries(owner, choice, grouped, cleared, look),
        Entry::id,
        entries -> shown(owner, screen, cleared, choice, entries));
  }

  /** How many groups are newer than the account's marker, up to a limit. */
  int unread(long owner, Choice choice, Set<NotificationType> grouped, int limit) {
    Page page = GetNotifications.newerThan(Page.first(limit), marker.of(owner));
    return page(owner, choice, grouped, page).shown().size();
  }

  /** The group of a key; null where it is not shown. */
  @Nullable ShownGroup one(long owner, String key) {
    long cleared = notifications.clearedUpTo(owner);
    List<Entry> entries = entriesOf(owner, key, cleared);
    List<ShownGroup> shown = shown(owner, screens.of(owner), cleared, Choice.everything(), entries);
    return shown.isEmpty() ? null : shown.getFirst();
  }

  /** The newest members of a group that are shown. */
  List<Account> accounts(long owner, String key) {
    long cleared = notifications.clearedUpTo(owner);
    Screen screen = screens.of(owner);
    List<Long> senders =
        entriesOf(owner, key, cleared).stream()
            .flatMap(entry -> visible(entry, screen, Choice.everything()).stream())
            .map(Member::sender)
            .toList();
    Map<Long, Account> open = pages.accounts(senders);
    return senders.stream().filter(open::containsKey).map(open::get).toList();
  }

  private List<Entry> entriesOf(long owner, String key, long cleared) {
    var only = GroupKey.onlyMember(key);
    if (only.isPresent()) {
      NotificationRow row = notifications.row(owner, only.getAsLong());
      return row == null || row.id() <= cleared ? List.of() : List.of(Entry.of(row));
    }
    return withMembers(
        owner, cleared, List.copyOf(notifications.groups(owner, List.of(key)).values()));
  }

  /** What is shown elsewhere on the page, or not at all, keeps its place until it is left out. */
  private List<Entry> entries(
      long owner, Choice choice, Set<NotificationType> grouped, long cleared, Page look) {
    var entries = new ArrayList<Entry>();
    for (NotificationRow row : notifications.rows(owner, false, look)) {
      entries.add(Entry.of(row));
    }
    if (choice.anyGrouped()) {
      for (Entry group : withMembers(owner, cleared, notifications.groups(owner, look))) {
        entries.add(grouped.contains(group.type()) ? group : group.leftOut());
      }
    }
    if (choice.types().stream().anyMatch(type -> type.isGrouped() && !grouped.contains(type))) {
      entries.addAll(singles(owner, grouped, look));
    }
    entries.sort(NEWEST_FIRST);
    return look.of(entries, Entry::id);
  }

  /** Members of groups one by one, where a client does not want their type grouped. */
  private List<Entry> singles(long owner, Set<NotificationType> grouped, Page look) {
    List<NotificationRow> rows = notifications.rows(owner, true, look);
    Map<String, NotificationGroup> groups =
        notifications.groups(owner, rows.stream().map(NotificationRow::group).distinct().toList());
    var singles = new ArrayList<Entry>();
    for (NotificationRow row : rows) {
      NotificationGroup group = groups.get(row.group());
      boolean isLeft = group == null || row.id() > group.dismissed();
      Entry single = Entry.of(row);
      singles.add(isLeft && !grouped.contains(row.type()) ? single : single.leftOut());
    }
    return singles;
  }

  private List<Entry> withMembers(long owner, long cleared, List<NotificationGroup> groups) {
    List<NotificationGroup> left =
        groups.stream()
            .map(group -> group.clearedUpTo(cleared))
            .filter(NotificationGroup::isLeft)
            .toList();
    List<List<Member>> members = notifications.members(owner, left, MEMBERS_READ_MAX + 1);
    var entries = new ArrayList<Entry>();
    for (int at = 0; at < left.size(); at++) {
      entries.add(Entry.of(left.get(at), members.get(at)));
    }
    return entries;
  }

  private List<ShownGroup> shown(
      long owner, Screen screen, long cleared, Choice choice, List<Entry> entries) {
    var visible = new LinkedHashMap<Entry, List<Member>>();
    for (Entry entry : entries) {
      List<Member> members = visible(entry, screen, choice);
      if (!members.isEmpty()) {
        visible.put(entry, members);
      }
    }
    Hydrated loaded =
        Hydrated.load(
            pages,
            screen,
            visible.values().stream()
                .flatMap(members -> members.stream().limit(SAMPLE_MAX))
                .map(Member::sender)
                .distinct()
                .toList(),
            visible.keySet().stream().map(Entry::post).toList());
    var shown = new ArrayList<ShownGroup>();
    visible.forEach((entry, members) -> {
      List<Account> sample =
          members.stream()
              .limit(SAMPLE_MAX)
              .filter(member ->
                  choice.includes(
                      loaded.verdict(entry.type(), entry.post(), member.sender(), member.id())))
              .map(member -> loaded.account(member.sender()))
              .toList();
      if (!sample.isEmpty()) {
        long count = count(owner, cleared, entry, members);
        shown.add(
            new ShownGroup(
                entry.key(),
                entry.type(),
                members.getFirst().id(),
                entry.id(),
                count,
                sample,
                loaded.post(entry.post())));
      }
    });
    return shown;
  }

  private List<Member> visible(Entry entry, Screen screen, Choice choice) {
    return entry.newest().stream()
        .filter(member -> choice.includes(entry.type(), member.sender()))
        .filter(member ->
            choice.includes(screen.of(member.sender(), member.id(), /* isPrivate= */ false)))
        .toList();
  }

  private long count(long owner, long cleared, Entry entry, List<Member> visible) {
    if (entry.newest().size() <= MEMBERS_READ_MAX) {
      return visible.size();
    }
    int hidden = entry.newest().size() - visible.size();
    long after = Math.max(cleared, entry.dismissed());
    return entry.members() - notifications.withdrawn(owner, entry.key(), after) - hidden;
  }
}
