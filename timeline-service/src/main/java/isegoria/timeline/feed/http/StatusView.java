package isegoria.timeline.feed.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import isegoria.accounts.KnownAccount;
import isegoria.accounts.ViewerFilters;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.FilterResult;
import isegoria.api.entity.Status;
import isegoria.api.entity.StatusApplication;
import isegoria.api.entity.ViewerMarks;
import isegoria.api.entity.Visibility;
import isegoria.api.view.AccountRenderer;
import isegoria.api.view.AccountSanctions;
import isegoria.api.view.BoostContent;
import isegoria.api.view.PostContent;
import isegoria.api.view.PostCounts;
import isegoria.api.view.StatusRenderer;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.post.Engagement;
import isegoria.timeline.feed.read.post.PostRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Last step of a page: the client API's shape of what was loaded. */
final class StatusView {

  /** Rendered texts kept: the posts of a busy day, about 1 kB each. */
  private static final int RENDERED_MAX = 20_000;

  private record Revision(long postId, int revision) {}

  private final Restrictions restrictions;
  private final AccountRenderer accounts;
  private final StatusRenderer statuses;
  private final ViewerFilters filters;

  StatusView(Origin origin, Restrictions restrictions, ViewerFilters filters) {
    this.restrictions = restrictions;
    this.filters = filters;
    this.accounts = new AccountRenderer(origin);
    this.statuses = new StatusRenderer(origin, StatusView::caching);
  }

  private static Function<PostContent, String> caching(Function<PostContent, String> render) {
    Cache<Revision, String> rendered = Caffeine.newBuilder().maximumSize(RENDERED_MAX).build();
    return post -> rendered.get(new Revision(post.id(), post.revision()), _ -> render.apply(post));
  }

  /** Null where something it needs was not loaded: it was deleted meanwhile. */
  @Nullable Status of(Slot slot, HydratedPage loaded, long readerId) {
    return of(slot, loaded, readerId, filtered(slot, loaded, readerId));
  }

  /**
   * As above.
   *
   * @param filtered what filters say of the post, and so of a boost that shows it
   */
  @Nullable Status of(Slot slot, HydratedPage loaded, long readerId, List<FilterResult> filtered) {
    PostRow post = loaded.posts().get(slot.postId());
    KnownAccount author = post == null ? null : loaded.accounts().get(post.authorId());
    if (post == null || author == null) {
      return null;
    }
    PostCounts counts = loaded.counts().getOrDefault(post.id(), PostCounts.NONE);
    Boolean pinned =
        post.authorId() == readerId ? (Boolean) loaded.pinned().contains(post.id()) : null;
    Status shown =
        statuses.render(
            content(post),
            account(author, loaded),
            counts,
            marks(post.id(), pinned, loaded, readerId, filtered));
    if (!slot.isBoost()) {
      return shown;
    }
    KnownAccount booster = loaded.accounts().get(slot.boosterId());
    return booster == null
        ? null
        : statuses.render(
            boost(slot),
            account(booster, loaded),
            shown,
            marks(slot.postId(), null, loaded, readerId, filtered));
  }

  /** Why the reader's filters match what is shown there. */
  List<FilterResult> filtered(Slot slot, HydratedPage loaded, long readerId) {
    PostRow post = loaded.posts().get(slot.postId());
    return post == null
        ? List.of()
        : filters.match(readerId, post.authorId(), slot.id(), () -> content(post));
  }

  /** Accounts by themselves. */
  Map<Long, Account> accounts(Map<Long, KnownAccount> known) {
    var views = new HashMap<Long, Account>();
    known.forEach((id, account) -> views.put(id, account(account)));
    return views;
  }

  private Account account(KnownAccount account) {
    long id = account.profile().id();
    return accounts.render(account.profile(), account.counts(), sanctions(id));
  }

  private Account account(KnownAccount account, HydratedPage loaded) {
    return loaded.views().computeIfAbsent(account.profile().id(), _ -> account(account));
  }

  /** A frozen account is shown as before. */
  private AccountSanctions sanctions(long accountId) {
    return new AccountSanctions(
        restrictions.isLimited(accountId), false, restrictions.isSuspended(accountId));
  }

  private static PostContent content(PostRow post) {
    String application = post.applicationName();
    return new PostContent(
        post.id(),
        post.text(),
        post.spoilerText(),
        post.sensitive(),
        visibility(post.visibility()),
        post.language(),
        post.inReplyToId(),
        post.inReplyToAccountId(),
        post.mentions(),
        post.tags(),
        application == null ? null : new StatusApplication(application, post.applicationWebsite()),
        post.revision(),
        post.createdAt(),
        post.editedAt());
  }

  private static BoostContent boost(Slot slot) {
    return new BoostContent(
        slot.id(), visibility(slot.boostVisibility()), Buckets.timeOf(slot.id()));
  }

  private static @Nullable ViewerMarks marks(
      long postId,
      @Nullable Boolean pinned,
      HydratedPage loaded,
      long readerId,
      List<FilterResult> filtered) {
    if (readerId == FeedEntry.NO_ACCOUNT) {
      return null;
    }
    Engagement did = loaded.engagements().getOrDefault(postId, Engagement.NONE);
    return new ViewerMarks(
        did.favourited(), did.boosted(), did.muted(), did.bookmarked(), pinned, filtered);
  }

  private static Visibility visibility(isegoria.timeline.feed.read.Visibility of) {
    return switch (of) {
      case PUBLIC -> Visibility.PUBLIC;
      case UNLISTED -> Visibility.UNLISTED;
      case PRIVATE -> Visibility.PRIVATE;
      case DIRECT -> Visibility.DIRECT;
    };
  }
}
