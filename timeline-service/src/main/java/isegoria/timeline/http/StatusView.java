package isegoria.timeline.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.Status;
import isegoria.api.entity.StatusApplication;
import isegoria.api.entity.StatusMention;
import isegoria.api.entity.StatusTag;
import isegoria.api.entity.ViewerMarks;
import isegoria.api.entity.Visibility;
import isegoria.api.text.MentionTarget;
import isegoria.api.text.PostHtml;
import isegoria.timeline.read.account.AccountRow;
import isegoria.timeline.read.feed.Buckets;
import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.Slot;
import isegoria.timeline.read.post.Engagement;
import isegoria.timeline.read.post.PostCounts;
import isegoria.timeline.read.post.PostRow;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Last step of a page: the client API's shape of what was loaded. */
final class StatusView {

  /** Rendered texts kept: the posts of a busy day, about 1 kB each. */
  private static final int RENDERED_MAX = 20_000;

  private record Revision(long postId, int revision) {}

  private final Origin origin;
  private final AccountView accounts;
  private final Cache<Revision, String> rendered =
      Caffeine.newBuilder().maximumSize(RENDERED_MAX).build();

  StatusView(Origin origin, AccountView accounts) {
    this.origin = origin;
    this.accounts = accounts;
  }

  /** Null where something it needs was not loaded: it was deleted meanwhile. */
  @Nullable Status of(Slot slot, HydratedPage loaded, long readerId) {
    PostRow post = loaded.posts().get(slot.postId());
    AccountRow author = post == null ? null : loaded.accounts().get(post.authorId());
    if (post == null || author == null) {
      return null;
    }
    Status shown = post(post, author, loaded, readerId);
    if (!slot.isBoost()) {
      return shown;
    }
    AccountRow booster = loaded.accounts().get(slot.boosterId());
    return booster == null ? null : boost(slot, shown, booster, loaded, readerId);
  }

  private Status post(PostRow post, AccountRow author, HydratedPage loaded, long readerId) {
    PostCounts counts = loaded.counts().getOrDefault(post.id(), PostCounts.NONE);
    Account account = account(author, loaded);
    return Status.by(account, Long.toString(post.id()), origin)
        .createdAt(post.createdAt())
        .editedAt(post.editedAt())
        .content(content(post))
        .spoilerText(post.spoilerText())
        .sensitive(post.sensitive())
        .visibility(visibility(post.visibility()))
        .language(post.language())
        .application(application(post))
        .mentions(mentions(post))
        .tags(post.tags().stream().map(tag -> new StatusTag(tag, origin.tag(tag))).toList())
        .counts(counts.boosts(), counts.favourites(), counts.replies())
        .inReplyTo(text(post.inReplyToId()), text(post.inReplyToAccountId()))
        .marks(marks(post, loaded, readerId))
        .build();
  }

  private Status boost(
      Slot slot, Status shown, AccountRow booster, HydratedPage loaded, long readerId) {
    ViewerMarks marks = null;
    if (readerId != FeedEntry.NO_ACCOUNT) {
      Engagement did = loaded.engagements().getOrDefault(slot.postId(), Engagement.NONE);
      marks = new ViewerMarks(did.favourited(), did.boosted(), did.muted(), did.bookmarked(), null);
    }
    return Status.by(account(booster, loaded), Long.toString(slot.id()), origin)
        .createdAt(Buckets.timeOf(slot.id()))
        .visibility(visibility(slot.boostVisibility()))
        .reblogOf(shown)
        .marks(marks)
        .build();
  }

  private Account account(AccountRow account, HydratedPage loaded) {
    return loaded.views().computeIfAbsent(account.id(), _ -> accounts.of(account, loaded));
  }

  private String content(PostRow post) {
    return rendered.get(
        new Revision(post.id(), post.revision()),
        _ -> PostHtml.render(post.text(), targets(post), origin));
  }

  private Map<String, MentionTarget> targets(PostRow post) {
    var targets = new HashMap<String, MentionTarget>();
    for (PostRow.Mentioned mentioned : post.mentions()) {
      String name = mentioned.username();
      var target = new MentionTarget(origin.profile(name), name);
      String key = name.toLowerCase(Locale.ROOT);
      targets.put(key, target);
      targets.put(key + "@" + origin.domain().toLowerCase(Locale.ROOT), target);
    }
    return targets;
  }

  private List<StatusMention> mentions(PostRow post) {
    return post.mentions().stream()
        .map(m ->
            new StatusMention(
                Long.toString(m.accountId()),
                m.username(),
                origin.profile(m.username()),
                m.username()))
        .toList();
  }

  private static @Nullable ViewerMarks marks(PostRow post, HydratedPage loaded, long readerId) {
    if (readerId == FeedEntry.NO_ACCOUNT) {
      return null;
    }
    Engagement did = loaded.engagements().getOrDefault(post.id(), Engagement.NONE);
    Boolean pinned = post.authorId() == readerId ? loaded.pinned().contains(post.id()) : null;
    return new ViewerMarks(did.favourited(), did.boosted(), did.muted(), did.bookmarked(), pinned);
  }

  private static @Nullable StatusApplication application(PostRow post) {
    String name = post.applicationName();
    return name == null ? null : new StatusApplication(name, post.applicationWebsite());
  }

  private static Visibility visibility(isegoria.timeline.read.feed.Visibility of) {
    return switch (of) {
      case PUBLIC -> Visibility.PUBLIC;
      case UNLISTED -> Visibility.UNLISTED;
      case PRIVATE -> Visibility.PRIVATE;
      case DIRECT -> Visibility.DIRECT;
    };
  }

  private static @Nullable String text(@Nullable Long id) {
    return id == null ? null : id.toString();
  }
}
