package isegoria.timeline.feed.http;

import isegoria.accounts.Accounts;
import isegoria.accounts.ViewerFilters;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.Status;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.edge.Params;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedSlice;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.Skeleton;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.live.LiveStatus;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.post.PostRules;
import isegoria.timeline.feed.read.post.PostTables;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Builds a page in its four steps: skeleton, hydrate, rules, view. What the rules leave out is made
 * up for by reading on, until the page is full or the feed ends.
 */
public final class Pages {

  /**
   * Places looked at for one page: what the rules leave out is made up for, but not for ever. A
   * page that was not filled by so many leads to where it left off.
   */
  static final int LOOKED_AT_MAX = 800;

  /** Places of one more look: one by one would be a question each. */
  private static final int MORE_MIN = 20;

  private final Hydration hydration;
  private final StatusView view;
  private final Restrictions restrictions;
  private final Origin origin;
  private final PageTimers times;

  private Pages(
      Hydration hydration,
      StatusView view,
      Restrictions restrictions,
      Origin origin,
      PageTimers times) {
    this.hydration = hydration;
    this.view = view;
    this.restrictions = restrictions;
    this.origin = origin;
    this.times = times;
  }

  /** Puts the steps together. */
  public static Pages of(
      PostTables posts,
      Accounts accounts,
      Restrictions restrictions,
      ViewerFilters filters,
      Origin origin,
      PageTimers times) {
    return new Pages(
        new Hydration(posts, accounts),
        new StatusView(origin, restrictions, filters),
        restrictions,
        origin,
        times);
  }

  /**
   * A page that was read.
   *
   * @param cursors ids that lead to the pages around it: of what it shows, and where it is not full
   *     though the feed goes on, that at which it left off
   */
  public record Found(List<Status> statuses, List<String> cursors) {}

  /** A page of any feed; {@code more} says what of it this feed shows beyond the common rules. */
  public Found read(Skeleton skeleton, Page page, Reader reader, BiPredicate<Slot, PostRow> more) {
    var shown = new ArrayList<Status>(page.limit());
    Page rest = page;
    OptionalLong leftOff = OptionalLong.empty();
    int lookedAt = 0;
    while (shown.size() < page.limit() && lookedAt < LOOKED_AT_MAX) {
      Page step = rest;
      FeedSlice cut = times.skeleton(() -> skeleton.cut(step));
      List<Slot> slots = cut.slots();
      List<Status> found = show(slots, reader, more);
      add(found, shown, page);
      if (slots.size() < step.limit()) {
        leftOff = cut.leftOff();
        break;
      }
      leftOff = OptionalLong.of((page.fromOldest() ? slots.getFirst() : slots.getLast()).id());
      lookedAt += step.limit();
      rest = after(page, leftOff.getAsLong(), Math.max(MORE_MIN, page.limit() - shown.size()));
    }
    return new Found(List.copyOf(shown), cursors(shown, leftOff, page));
  }

  private static List<String> cursors(List<Status> shown, OptionalLong leftOff, Page page) {
    var ids = new ArrayList<>(shown.stream().map(Status::id).toList());
    if (shown.size() < page.limit() && leftOff.isPresent() && page.isWithin(leftOff.getAsLong())) {
      ids.add(page.fromOldest() ? 0 : ids.size(), Long.toString(leftOff.getAsLong()));
    }
    return List.copyOf(ids);
  }

  /** Of what was found, as much as the page has room for, from where it goes on. */
  private static void add(List<Status> found, List<Status> shown, Page page) {
    int room = Math.min(found.size(), page.limit() - shown.size());
    if (page.fromOldest()) {
      shown.addAll(0, found.subList(found.size() - room, found.size()));
    } else {
      shown.addAll(found.subList(0, room));
    }
  }

  /** The places given, as far as the reader may see them, in their order. */
  List<Status> show(List<Slot> slots, Reader reader, BiPredicate<Slot, PostRow> more) {
    if (slots.isEmpty()) {
      return List.of();
    }
    HydratedPage loaded = times.hydrate(() -> hydration.load(slots, reader.id()));
    return times.view(() -> {
      var shown = new ArrayList<Status>(slots.size());
      for (Slot slot : slots) {
        PostRow post = loaded.posts().get(slot.postId());
        if (post != null
            && PostRules.isShown(slot, post, reader, restrictions)
            && more.test(slot, post)) {
          Status status = view.of(slot, loaded, reader.id());
          if (status != null) {
            shown.add(status);
          }
        }
      }
      return shown;
    });
  }

  /** Those of the posts that the reader may see, by id. */
  public Map<Long, Status> posts(Collection<Long> ids, Reader reader) {
    List<Slot> slots = ids.stream().distinct().map(Slot::ofPost).toList();
    return show(slots, reader, (_, _) -> true).stream()
        .collect(Collectors.toMap(status -> Long.valueOf(status.id()), Function.identity()));
  }

  /** Those of the accounts that are open, by id. */
  public Map<Long, Account> accounts(Collection<Long> ids) {
    return view.accounts(times.hydrate(() -> hydration.accounts(ids)));
  }

  /** One place as streams tell it; null where what it shows is gone. */
  public @Nullable LiveStatus live(Slot slot) {
    return NewStatus.of(slot, hydration.load(List.of(slot), FeedEntry.NO_ACCOUNT), view);
  }

  /** The answer with the Link header that leads to the pages around it. */
  public ResponseEntity<List<Status>> answer(HttpServletRequest request, Found found) {
    var answer = ResponseEntity.ok();
    LinkHeader.ofEntries(
            origin.at(request.getRequestURI()), Params.heeded(request), found.cursors())
        .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
    return answer.body(found.statuses());
  }

  private static Page after(Page page, long reached, int limit) {
    return page.fromOldest()
        ? new Page(limit, page.olderThan(), reached, true)
        : new Page(limit, reached, page.newerThan(), false);
  }
}
