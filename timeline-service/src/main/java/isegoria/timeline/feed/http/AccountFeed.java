package isegoria.timeline.feed.http;

import isegoria.accounts.Accounts;
import isegoria.api.entity.Status;
import isegoria.api.paging.PageLimit;
import isegoria.api.text.Hashtag;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.ReadsViews;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.author.AuthorFeed;
import isegoria.timeline.feed.read.author.AuthorLog;
import isegoria.timeline.feed.read.post.PostTables;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The posts of an account's profile. */
@ReadsViews({"posts", "accounts", "copies", "relations", "sanctions", "filters"})
@RestController
@ConditionalOnRole(Role.SERVE)
final class AccountFeed {

  private final AuthorLog log;
  private final PostTables posts;
  private final Accounts accounts;
  private final Readers readers;
  private final Restrictions restrictions;
  private final Pages pages;

  AccountFeed(
      AuthorLog log,
      PostTables posts,
      Accounts accounts,
      Readers readers,
      Restrictions restrictions,
      Pages pages) {
    this.log = log;
    this.posts = posts;
    this.accounts = accounts;
    this.readers = readers;
    this.restrictions = restrictions;
    this.pages = pages;
  }

  @GetMapping("/api/v1/accounts/{id}/statuses")
  ResponseEntity<List<Status>> getPosts(
      @PathVariable AccountId id, Viewer viewer, Params params, HttpServletRequest request) {
    AccountId account = viewer.optional("read:statuses");
    var page = params.page(PageLimit.POSTS);
    if (accounts.find(id.value()) == null) {
      throw ApiException.notFound();
    }
    Reader reader = readers.reader(account == null ? FeedEntry.NO_ACCOUNT : account.value());
    if (restrictions.isSuspended(id.value()) || reader.isBlockedFrom(id.value())) {
      return ResponseEntity.ok(List.of());
    }
    if (params.flag("pinned", false)) {
      List<Slot> pinned =
          posts.pins(id.value()).stream().limit(page.limit()).map(Slot::ofPost).toList();
      return ResponseEntity.ok(pages.show(pinned, reader, (_, _) -> true));
    }
    String tagged = params.text("tagged");
    String tag = tagged == null || tagged.isBlank() ? null : Hashtag.nameOf(tagged);
    var choice =
        new AuthorFeed.Choice(
            params.flag("exclude_replies", false),
            params.flag("exclude_reblogs", false) || tag != null,
            params.flag("only_media", false));
    var feed = new AuthorFeed(log, id.value(), reader, restrictions, choice);
    return pages.answer(
        request,
        pages.read(feed, page, reader, (_, post) -> tag == null || post.tags().contains(tag)));
  }
}
