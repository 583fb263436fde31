package isegoria.post.http;

import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.Status;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.edge.Params;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.engagement.MarkKind;
import isegoria.post.read.engagement.MarkTable;
import isegoria.post.read.engagement.MarkTable.Entry;
import isegoria.post.read.engagement.MarkTable.Slice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Pages of favourites, boosts and bookmarks, whose cursor is the mark and not what it marks. */
final class MarkLists {

  /** Reads for one page: what is hidden is skipped, but not for ever. */
  private static final int READS_MAX = 10;

  private final MarkTable marks;
  private final PostVisibility postVisibility;
  private final PostViews posts;
  private final AccountViews accounts;
  private final Origin origin;

  MarkLists(
      MarkTable marks,
      PostVisibility postVisibility,
      PostViews posts,
      AccountViews accounts,
      Origin origin) {
    this.marks = marks;
    this.postVisibility = postVisibility;
    this.posts = posts;
    this.accounts = accounts;
    this.origin = origin;
  }

  /** One entry that is shown. */
  private record Shown<T>(long mark, T view) {}

  /** What a reading gave: entries to show, how far it came, and whether the list ended. */
  private record Reading<T>(List<Shown<T>> shown, long reached, boolean ended) {}

  /** Posts that the account marked. */
  ResponseEntity<List<Status>> ofActor(
      MarkKind kind, AccountId actor, Page page, HttpServletRequest request) {
    return answer(
        read(page, slice -> marks.ofActor(kind, actor, slice), e -> posts(e, actor)), request);
  }

  /** Accounts that marked the post. */
  ResponseEntity<List<Account>> ofPost(
      MarkKind kind,
      PostId post,
      @Nullable AccountId viewer,
      Page page,
      HttpServletRequest request) {
    return answer(
        read(page, slice -> marks.ofPost(kind, post, slice), e -> accounts(e, viewer)), request);
  }

  /** Reads on until the page is full or the list ends, since clients stop at an empty page. */
  private static <T> Reading<T> read(
      Page page, Function<Slice, List<Entry>> select, Function<List<Entry>, List<Shown<T>>> show) {
    var shown = new ArrayList<Shown<T>>();
    long olderThan = page.olderThan();
    long newerThan = page.newerThan();
    boolean ended = page.limit() == 0;
    for (int reads = 0; reads < READS_MAX && !ended && shown.size() < page.limit(); reads++) {
      int missing = page.limit() - shown.size();
      List<Entry> entries =
          select.apply(new Slice(missing, olderThan, newerThan, page.fromOldest()));
      ended = entries.size() < missing;
      if (!entries.isEmpty() && page.fromOldest()) {
        shown.addAll(0, show.apply(entries));
        newerThan = entries.getFirst().mark();
      } else if (!entries.isEmpty()) {
        shown.addAll(show.apply(entries));
        olderThan = entries.getLast().mark();
      }
    }
    return new Reading<>(shown, page.fromOldest() ? newerThan : olderThan, ended);
  }

  private List<Shown<Status>> posts(List<Entry> entries, AccountId viewer) {
    List<PostId> ids = entries.stream().map(e -> new PostId(e.other())).toList();
    var byId = new HashMap<Long, Status>();
    posts
        .of(postVisibility.findAll(ids, viewer), viewer)
        .forEach(status -> byId.put(Long.valueOf(status.id()), status));
    return shown(entries, byId);
  }

  private List<Shown<Account>> accounts(List<Entry> entries, @Nullable AccountId viewer) {
    List<AccountId> ids = entries.stream().map(e -> new AccountId(e.other())).toList();
    var byId = new HashMap<Long, Account>();
    accounts
        .of(postVisibility.accountsAmong(ids, viewer))
        .forEach((id, account) -> byId.put(id.value(), account));
    return shown(entries, byId);
  }

  private static <T> List<Shown<T>> shown(List<Entry> entries, Map<Long, T> views) {
    var shown = new ArrayList<Shown<T>>();
    for (Entry entry : entries) {
      T view = views.get(entry.other());
      if (view != null) {
        shown.add(new Shown<>(entry.mark(), view));
      }
    }
    return shown;
  }

  private <T> ResponseEntity<List<T>> answer(Reading<T> reading, HttpServletRequest request) {
    // A page without anything to show still leads to the next: what is older may be shown.
    List<String> rows =
        reading.shown().isEmpty() && !reading.ended()
            ? List.of(Long.toString(reading.reached()))
            : reading.shown().stream().map(shown -> Long.toString(shown.mark())).toList();
    var answer = ResponseEntity.ok();
    LinkHeader.ofRows(
            origin.at(request.getRequestURI()), Params.heeded(request), rows, !reading.ended())
        .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
    return answer.body(reading.shown().stream().map(Shown::view).toList());
  }
}
