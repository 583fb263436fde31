package isegoria.timeline.notification.http;

import isegoria.api.ApiJson;
import isegoria.api.entity.Notification;
import isegoria.api.paging.Page;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.notification.read.NotificationGroup;
import isegoria.timeline.notification.read.NotificationRow;
import isegoria.timeline.notification.read.Notifications;
import isegoria.timeline.notification.read.ReadMarker;
import isegoria.timeline.notification.read.Screen;
import isegoria.timeline.notification.read.ShownToStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account's notifications, one by one. */
public final class GetNotifications {

  private static final Comparator<NotificationRow> NEWEST_FIRST =
      Comparator.comparingLong(NotificationRow::id).reversed();

  private final Notifications notifications;
  private final ReadMarker marker;
  private final Screens screens;
  private final Pages pages;

  public GetNotifications(
      Notifications notifications, ReadMarker marker, Screens screens, Pages pages) {
    this.notifications = notifications;
    this.marker = marker;
    this.screens = screens;
    this.pages = pages;
  }

  /** What of an account's notifications is in a page and shown. */
  Filled<Notification> page(long owner, Choice choice, Page page) {
    Screen screen = screens.of(owner);
    return Filled.of(
        newerThan(page, notifications.clearedUpTo(owner)),
        look -> rows(owner, choice, look),
        NotificationRow::id,
        rows ->
            shown(
                owner,
                screen,
                choice,
                rows.stream().filter(row -> choice.includes(row.type(), row.sender())).toList()));
  }

  /** How many are newer than the account's marker, up to a limit. */
  int unread(long owner, Choice choice, int limit) {
    Page page = newerThan(Page.first(limit), marker.of(owner));
    return page(owner, choice, page).shown().size();
  }

  /** One that is shown; null where there is none. */
  @Nullable Notification one(long owner, long id) {
    NotificationRow row = notifications.row(owner, id);
    if (row == null || row.id() <= notifications.clearedUpTo(owner)) {
      return null;
    }
    List<Notification> shown = shown(owner, screens.of(owner), Choice.everything(), List.of(row));
    return shown.isEmpty() ? null : shown.getFirst();
  }

  /** What becomes of one that was just added, where a stream would tell it. */
  public ShownToStream toStream(long owner, long id) {
    NotificationRow row = notifications.row(owner, id);
    if (row == null || row.id() <= notifications.clearedUpTo(owner)) {
      return new ShownToStream.Hidden();
    }
    Screen screen = screens.of(owner);
    Hydrated loaded = Hydrated.load(pages, screen, List.of(row.sender()), List.of(row.post()));
    if (!loaded.has(row.sender(), row.post())) {
      return new ShownToStream.NotHere();
    }
    return loaded.verdict(row.type(), row.post(), row.sender(), id) == Screen.Verdict.SHOWN
        ? new ShownToStream.Shown(ApiJson.write(rendered(row, loaded)))
        : new ShownToStream.Hidden();
  }

  static Page newerThan(Page page, long id) {
    return new Page(
        page.limit(), page.olderThan(), Math.max(page.newerThan(), id), page.fromOldest());
  }

  /** Of both lists, as many as were asked for; those who ask for one kind read one list. */
  private List<NotificationRow> rows(long owner, Choice choice, Page look) {
    var rows = new ArrayList<NotificationRow>();
    if (choice.anyGrouped()) {
      rows.addAll(notifications.rows(owner, true, look));
    }
    // What is not grouped because there were too many groups is here too.
    rows.addAll(notifications.rows(owner, false, look));
    rows.sort(NEWEST_FIRST);
    return look.of(rows, NotificationRow::id);
  }

  private List<Notification> shown(
      long owner, Screen screen, Choice choice, List<NotificationRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, NotificationGroup> groups =
        notifications.groups(owner, rows.stream().map(NotificationRow::group).distinct().toList());
    Hydrated loaded =
        Hydrated.load(
            pages,
            screen,
            rows.stream().map(NotificationRow::sender).toList(),
            rows.stream().map(NotificationRow::post).toList());
    return rows.stream()
        .filter(row -> !isDismissed(row, groups.get(row.group())))
        .filter(
            row -> choice.includes(loaded.verdict(row.type(), row.post(), row.sender(), row.id())))
        .map(row -> rendered(row, loaded))
        .toList();
  }

  private static boolean isDismissed(NotificationRow row, @Nullable NotificationGroup group) {
    return group != null && row.id() <= group.dismissed();
  }

  private static Notification rendered(NotificationRow row, Hydrated loaded) {
    return new Notification(
        Long.toString(row.id()),
        row.type().word(),
        row.group(),
        Buckets.timeOf(row.id()),
        loaded.account(row.sender()),
        loaded.post(row.post()),
        null);
  }
}
