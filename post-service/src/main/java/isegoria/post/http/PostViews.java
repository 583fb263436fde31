package isegoria.post.http;

import isegoria.accounts.ViewerFilters;
import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.Status;
import isegoria.api.entity.StatusApplication;
import isegoria.api.entity.ViewerMarks;
import isegoria.api.entity.Visibility;
import isegoria.api.view.BoostContent;
import isegoria.api.view.PostContent;
import isegoria.api.view.PostCounts;
import isegoria.api.view.StatusRenderer;
import isegoria.edge.ApiException;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.account.KnownAccount;
import isegoria.post.read.counts.PostCountTable;
import isegoria.post.read.engagement.BoostRow;
import isegoria.post.read.engagement.EngagementRow;
import isegoria.post.read.engagement.EngagementTable;
import isegoria.post.read.pins.PinsTable;
import isegoria.post.read.post.PostRow;
import isegoria.post.read.post.PostRow.MentionRow;
import isegoria.service.ParallelTasks;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Posts as JSON: what belongs to them is loaded for all at once, then each is put together. */
final class PostViews {

  private final AccountViews accounts;
  private final PostCountTable counts;
  private final EngagementTable engagements;
  private final PinsTable pins;
  private final ViewerFilters filters;
  private final StatusRenderer renderer;

  PostViews(
      AccountViews accounts,
      PostCountTable counts,
      EngagementTable engagements,
      PinsTable pins,
      ViewerFilters filters,
      Origin origin) {
    this.accounts = accounts;
    this.counts = counts;
    this.engagements = engagements;
    this.pins = pins;
    this.filters = filters;
    this.renderer = new StatusRenderer(origin);
  }

  /** What was just done and is not counted yet: the answer to a like shows it. */
  record Fresh(int favourites, int boosts) {
    static final Fresh NOTHING = new Fresh(0, 0);
  }

  /** Everything the views of some posts need. */
  private record Hydrated(
      Map<AccountId, Account> accounts,
      Map<PostId, PostCounts> counts,
      Map<PostId, EngagementRow> engagements,
      Set<PostId> pinned,
      @Nullable AccountId viewer) {}

  /** In their order; what has lost its author's account is left out. */
  List<Status> of(List<PostRow> posts, @Nullable AccountId viewer) {
    Hydrated with = hydrate(posts, Set.of(), viewer);
    return posts.stream()
        .filter(post -> with.accounts().containsKey(post.author()))
        .map(post -> render(post, with, Fresh.NOTHING))
        .toList();
  }

  /** One post; 404 when its author's account is gone. */
  Status of(PostRow post, @Nullable AccountId viewer) {
    return of(post, viewer, Fresh.NOTHING);
  }

  Status of(PostRow post, @Nullable AccountId viewer, Fresh fresh) {
    Hydrated with = hydrate(List.of(post), Set.of(), viewer);
    require(with, post.author());
    return render(post, with, fresh);
  }

  /** A post that was published just now: no account has read it, so it has no counts yet. */
  Status ofNew(PostRow post, KnownAccount author) {
    boolean startsThread = post.conversation().equals(post.id());
    var engaged =
        startsThread
            ? Map.<PostId, EngagementRow>of()
            : engagements.findAll(post.author(), Set.of(post.conversation()));
    var shown = Map.of(post.author(), accounts.of(author));
    var with = new Hydrated(shown, Map.of(), engaged, Set.of(), post.author());
    return render(post, with, Fresh.NOTHING);
  }

  /** What the author gets back of a post that is gone: the words as typed, to write it again. */
  Status source(PostRow post, AccountId author) {
    Hydrated with = hydrate(List.of(post), Set.of(), author);
    require(with, post.author());
    return renderer.renderAsTyped(
        content(post),
        require(with, author),
        counts(post, with, Fresh.NOTHING),
        marks(post, post.id(), with));
  }

  /** A boost around what it shows; 404 when an account of the two is gone. */
  Status of(BoostRow boost, PostRow boosted, @Nullable AccountId viewer, Fresh fresh) {
    return find(boost, boosted, viewer, fresh).orElseThrow(ApiException::notFound);
  }

  Optional<Status> find(BoostRow boost, PostRow boosted, @Nullable AccountId viewer, Fresh fresh) {
    Hydrated with = hydrate(List.of(boosted), Set.of(boost.actor()), viewer);
    Account actor = with.accounts().get(boost.actor());
    if (actor == null || !with.accounts().containsKey(boosted.author())) {
      return Optional.empty();
    }
    return Optional.of(
        renderer.render(
            new BoostContent(boost.id().value(), visibility(boost.visibility()), boost.createdAt()),
            actor,
            render(boosted, boost.id(), with, fresh),
            marks(boosted, boost.id(), with)));
  }

  private static Account require(Hydrated with, AccountId account) {
    Account found = with.accounts().get(account);
    if (found == null) {
      throw ApiException.notFound();
    }
    return found;
  }

  private Hydrated hydrate(
      Collection<PostRow> posts, Set<AccountId> others, @Nullable AccountId viewer) {
    var authors = new HashSet<>(others);
    posts.forEach(post -> authors.add(post.author()));
    List<PostId> ids = posts.stream().map(PostRow::id).toList();
    var authored = ParallelTasks.start(() -> accounts.of(authors));
    var counted = ParallelTasks.start(() -> counts.of(ids));
    if (viewer == null) {
      return new Hydrated(authored.join(), counted.join(), Map.of(), Set.of(), null);
    }
    var engaged = ParallelTasks.start(() -> engagements.findAll(viewer, marked(posts)));
    Set<PostId> pinned = authors.contains(viewer) ? Set.copyOf(pins.of(viewer)) : Set.of();
    return new Hydrated(authored.join(), counted.join(), engaged.join(), pinned, viewer);
  }

  /** A muted thread is marked at its first post. */
  private static Set<PostId> marked(Collection<PostRow> posts) {
    var ids = new HashSet<PostId>();
    posts.forEach(post -> {
      ids.add(post.id());
      ids.add(post.conversation());
    });
    return ids;
  }

  private Status render(PostRow post, Hydrated with, Fresh fresh) {
    return render(post, post.id(), with, fresh);
  }

  private Status render(PostRow post, PostId shownAs, Hydrated with, Fresh fresh) {
    return renderer.render(
        content(post),
        require(with, post.author()),
        counts(post, with, fresh),
        marks(post, shownAs, with));
  }

  private static PostCounts counts(PostRow post, Hydrated with, Fresh fresh) {
    PostCounts counted = with.counts().getOrDefault(post.id(), PostCounts.NONE);
    return new PostCounts(
        Math.max(0, counted.favourites() + fresh.favourites()),
        Math.max(0, counted.boosts() + fresh.boosts()),
        counted.replies());
  }

  private static PostContent content(PostRow post) {
    PostId inReplyTo = post.inReplyTo();
    AccountId inReplyToAuthor = post.inReplyToAuthor();
    String application = post.applicationName();
    return new PostContent(
        post.id().value(),
        post.text(),
        post.spoilerText(),
        post.sensitive(),
        visibility(post.visibility()),
        post.language(),
        inReplyTo == null ? null : (Long) inReplyTo.value(),
        inReplyToAuthor == null ? null : (Long) inReplyToAuthor.value(),
        mentions(post.mentions()),
        post.tags(),
        application == null ? null : new StatusApplication(application, post.applicationWebsite()),
        post.revision(),
        post.createdAt(),
        post.editedAt());
  }

  private @Nullable ViewerMarks marks(PostRow post, PostId shownAs, Hydrated with) {
    AccountId viewer = with.viewer();
    if (viewer == null) {
      return null;
    }
    EngagementRow row =
        with.engagements().getOrDefault(post.id(), EngagementRow.none(viewer, post.id()));
    EngagementRow thread =
        with.engagements()
            .getOrDefault(post.conversation(), EngagementRow.none(viewer, post.conversation()));
    return new ViewerMarks(
        row.favourited(),
        row.boost() != null,
        thread.conversationMuted(),
        row.bookmarked(),
        post.isBy(viewer) ? (Boolean) with.pinned().contains(post.id()) : null,
        filters.match(viewer.value(), post.author().value(), shownAs.value(), () -> content(post)));
  }

  /** Words of a post, present or former, with the mentions that they resolved to. */
  String html(String text, List<MentionRow> mentions) {
    return renderer.html(text, mentions(mentions));
  }

  private static List<PostContent.Mentioned> mentions(List<MentionRow> rows) {
    return rows.stream()
        .map(row -> new PostContent.Mentioned(row.account().value(), row.username()))
        .toList();
  }

  private static Visibility visibility(isegoria.post.write.Visibility visibility) {
    return Visibility.valueOf(visibility.name());
  }
}
