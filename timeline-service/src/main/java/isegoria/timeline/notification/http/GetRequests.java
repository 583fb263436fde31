package isegoria.timeline.notification.http;

import isegoria.api.entity.NotificationRequest;
import isegoria.api.paging.Page;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.notification.read.NotificationRow;
import isegoria.timeline.notification.read.Notifications;
import isegoria.timeline.notification.read.Screen;
import isegoria.timeline.notification.write.NotificationType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Senders whose mentions an account's policy keeps apart, until the account decides about them. */
public final class GetRequests {

  /** Mentions that are looked at, the newest: older ones ask no more. */
  static final int MENTIONS_MAX = 2_000;

  /** As clients know it: beyond it a request only says that there are many. */
  private static final int COUNT_MAX = 100;

  private final Notifications notifications;
  private final Screens screens;
  private final Pages pages;

  public GetRequests(Notifications notifications, Screens screens, Pages pages) {
    this.notifications = notifications;
    this.screens = screens;
    this.pages = pages;
  }

  /** Mentions by one sender, newest first; the sender's id is the request's. */
  record Request(long sender, List<NotificationRow> mentions) {

    long newest() {
      return mentions.getFirst().id();
    }

    int count() {
      return Math.min(mentions.size(), COUNT_MAX);
    }
  }

  /** All of them, by the newest sender. */
  List<Request> pending(long owner) {
    Screen screen = screens.of(owner);
    Page newest = new Page(MENTIONS_MAX, Page.NEWEST, notifications.clearedUpTo(owner), false);
    List<NotificationRow> mentions =
        notifications.rows(owner, false, newest).stream()
            .filter(row -> row.type() == NotificationType.MENTION)
            // Only an unfollowed sender's can be kept apart, and few accounts have many of these.
            .filter(row -> screen.of(row.sender(), row.id(), true) == Screen.Verdict.FILTERED)
            .toList();
    Hydrated loaded = loaded(screen, mentions);
    Map<Long, List<NotificationRow>> bySender = new LinkedHashMap<>();
    for (NotificationRow row : mentions) {
      if (loaded.verdict(row.type(), row.post(), row.sender(), row.id())
          == Screen.Verdict.FILTERED) {
        bySender.computeIfAbsent(row.sender(), _ -> new ArrayList<>()).add(row);
      }
    }
    return bySender.entrySet().stream()
        .map(entry -> new Request(entry.getKey(), List.copyOf(entry.getValue())))
        .sorted(Comparator.comparingLong(Request::sender).reversed())
        .toList();
  }

  /** That of one sender; null where none is pending. */
  @Nullable Request one(long owner, long sender) {
    return pending(owner).stream()
        .filter(request -> request.sender() == sender)
        .findFirst()
        .orElse(null);
  }

  List<NotificationRequest> rendered(long owner, List<Request> requests) {
    Hydrated loaded =
        loaded(
            screens.of(owner),
            requests.stream().map(request -> request.mentions().getFirst()).toList());
    return requests.stream()
        .filter(request -> loaded.accounts().containsKey(request.sender()))
        .map(request ->
            new NotificationRequest(
                Long.toString(request.sender()),
                Buckets.timeOf(request.mentions().getLast().id()),
                Buckets.timeOf(request.newest()),
                loaded.account(request.sender()),
                Integer.toString(request.count()),
                loaded.post(request.mentions().getFirst().post())))
        .toList();
  }

  private Hydrated loaded(Screen screen, List<NotificationRow> mentions) {
    return Hydrated.load(
        pages,
        screen,
        mentions.stream().map(NotificationRow::sender).toList(),
        mentions.stream().map(NotificationRow::post).toList());
  }
}
