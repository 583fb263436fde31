package isegoria.timeline.feed.http;

import isegoria.api.entity.Status;
import isegoria.api.paging.PageLimit;
import isegoria.api.text.Hashtag;
import isegoria.edge.Params;
import isegoria.edge.ReadsViews;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.shared.SharedFeed;
import isegoria.timeline.feed.read.shared.SharedFeeds;
import isegoria.timeline.feed.read.shared.SharedRules;
import isegoria.timeline.feed.read.shared.SharedSkeleton;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The feeds that everybody shares. There is one server, so what is local is everything. */
@ReadsViews({"posts", "accounts", "copies", "relations", "sanctions", "filters"})
@RestController
@ConditionalOnRole(Role.SERVE)
final class SharedFeedPages {

  /** Tags beside the one in the path, of each kind: each is a feed to read or a rule to check. */
  private static final int MORE_TAGS_MAX = 4;

  private final SharedFeeds feeds;
  private final Readers readers;
  private final Restrictions restrictions;
  private final Pages pages;

  SharedFeedPages(SharedFeeds feeds, Readers readers, Restrictions restrictions, Pages pages) {
    this.feeds = feeds;
    this.readers = readers;
    this.restrictions = restrictions;
    this.pages = pages;
  }

  @GetMapping("/api/v1/timelines/public")
  ResponseEntity<List<Status>> getPublic(Viewer viewer, Params params, HttpServletRequest request) {
    var rules = new SharedRules(Set.of(), Set.of(), Set.of(), params.flag("only_media", false));
    return page(List.of(SharedFeed.PUBLIC), rules, viewer, params, request);
  }

  @GetMapping("/api/v1/timelines/tag/{hashtag}")
  ResponseEntity<List<Status>> getTag(
      @PathVariable String hashtag, Viewer viewer, Params params, HttpServletRequest request) {
    Set<String> any = new HashSet<>(tags(params, "any"));
    any.add(Hashtag.nameOf(hashtag));
    var rules =
        new SharedRules(
            any, tags(params, "all"), tags(params, "none"), params.flag("only_media", false));
    var of = new ArrayList<SharedFeed>();
    any.forEach(tag -> of.add(SharedFeed.ofTag(tag)));
    return page(of, rules, viewer, params, request);
  }

  private ResponseEntity<List<Status>> page(
      List<SharedFeed> of,
      SharedRules rules,
      Viewer viewer,
      Params params,
      HttpServletRequest request) {
    AccountId account = viewer.optional("read:statuses");
    var page = params.page(PageLimit.POSTS);
    if (params.flag("remote", false)) {
      return ResponseEntity.ok(List.of());
    }
    Reader reader = readers.reader(account == null ? FeedEntry.NO_ACCOUNT : account.value());
    return pages.answer(
        request,
        pages.read(
            new SharedSkeleton(feeds, of),
            page,
            reader,
            (_, post) -> rules.isShown(post, reader, restrictions)));
  }

  private static Set<String> tags(Params params, String name) {
    var tags = new HashSet<String>();
    params.list(name).stream().limit(MORE_TAGS_MAX).forEach(tag -> tags.add(Hashtag.nameOf(tag)));
    return tags;
  }
}
