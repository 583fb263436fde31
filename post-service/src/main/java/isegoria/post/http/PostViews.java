package isegoria.post.http;

import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.Status;
import isegoria.api.entity.StatusApplication;
import isegoria.api.entity.StatusBuilder;
import isegoria.api.entity.StatusMention;
import isegoria.api.entity.StatusTag;
import isegoria.api.entity.ViewerMarks;
import isegoria.api.entity.Visibility;
import isegoria.api.text.MentionTarget;
import isegoria.api.text.PostHtml;
import isegoria.edge.ApiException;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.read.account.KnownAccount;
import isegoria.post.read.counts.PostNumbers;
import isegoria.post.read.counts.PostNumbersTable;
import isegoria.post.read.engagement.BoostRow;
import isegoria.post.read.engagement.EngagementRow;
import isegoria.post.read.engagement.EngagementTable;
import isegoria.post.read.pins.PinsTable;
import isegoria.post.read.post.PostRow;
import isegoria.post.read.post.PostRow.MentionRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Posts as JSON: what belongs to them is loaded for all at once, then each is put together. */
final class PostViews {

  private final AccountViews accounts;
  private final PostNumbersTable numbers;
  private final EngagementTable engagements;
  private final PinsTable pins;
  private final Origin origin;

  PostViews(
      AccountViews accounts,
      PostNumbersTable numbers,
      EngagementTable engagements,
      PinsTable pins,
      Origin origin) {
    this.accounts = accounts;
    this.numbers = numbers;
    this.engagements = engagements;
    this.pins = pins;
    this.origin = origin;
  }

  /** What was just done and is not counted yet: the answer to a like shows it. */
  record Fresh(int favourites, int boosts) {
    static final Fresh NOTHING = new Fresh(0, 0);
  }

  /** Everything the views of some posts need. */
  private record Hydrated(
      Map<AccountId, Account> accounts,
      Map<PostId, PostNumbers> numbers,
      Map<PostId, EngagementRow> engagements,
      Set<PostId> pinned,
      @Nullable AccountId viewer) {}

  /** In their order; what has lost its author's account is left out. */
  List<Status> of(List<PostRow> posts, @Nullable AccountId viewer) {
    Hydrated with = hydrate(posts, Set.of(), viewer);
    return posts.stream()
        .filter(post -> with.accounts().containsKey(post.author()))
        .map(post -> builder(post, with, Fresh.NOTHING).build())
        .toList();
  }

  /** One post; 404 when its author's account is gone. */
  Status of(PostRow post, @Nullable AccountId viewer) {
    return of(post, viewer, Fresh.NOTHING);
  }

  Status of(PostRow post, @Nullable AccountId viewer, Fresh fresh) {
    Hydrated with = hydrate(List.of(post), Set.of(), viewer);
    require(with, post.author());
    return builder(post, with, fresh).build();
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
    return builder(post, with, Fresh.NOTHING).build();
  }

  /** What the author gets back of a post that is gone: the words as typed, to write it again. */
  Status source(PostRow post, AccountId author) {
    Hydrated with = hydrate(List.of(post), Set.of(), author);
    require(with, post.author());
    return builder(post, with, Fresh.NOTHING).content("").text(post.text()).build();
  }

  /** A boost around what it shows. */
  Status of(BoostRow boost, PostRow boosted, @Nullable AccountId viewer, Fresh fresh) {
    Hydrated with = hydrate(List.of(boosted), Set.of(boost.actor()), viewer);
    require(with, boosted.author());
    Account actor = require(with, boost.actor());
    return Status.by(actor, boost.id().toString(), origin)
        .createdAt(boost.createdAt())
        .visibility(visibility(boost.visibility()))
        .reblogOf(builder(boosted, with, fresh).build())
        .marks(marks(boosted, with))
        .build();
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
    var authored = ParallelReads.read(() -> accounts.of(authors));
    var counted = ParallelReads.read(() -> numbers.of(ids));
    if (viewer == null) {
      return new Hydrated(authored.join(), counted.join(), Map.of(), Set.of(), null);
    }
    var engaged = ParallelReads.read(() -> engagements.findAll(viewer, marked(posts)));
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

  private StatusBuilder builder(PostRow post, Hydrated with, Fresh fresh) {
    Account author = require(with, post.author());
    PostNumbers count = with.numbers().getOrDefault(post.id(), PostNumbers.NONE);
    String name = post.applicationName();
    PostId inReplyTo = post.inReplyTo();
    AccountId inReplyToAuthor = post.inReplyToAuthor();
    return Status.by(author, post.id().toString(), origin)
        .createdAt(post.createdAt())
        .editedAt(post.editedAt())
        .content(html(post.text(), post.mentions()))
        .spoilerText(post.spoilerText())
        .sensitive(post.sensitive())
        .visibility(visibility(post.visibility()))
        .language(post.language())
        .application(name == null ? null : new StatusApplication(name, post.applicationWebsite()))
        .mentions(mentions(post))
        .tags(post.tags().stream().map(tag -> new StatusTag(tag, origin.tag(tag))).toList())
        .counts(
            Math.max(0, count.boosts() + fresh.boosts()),
            Math.max(0, count.favourites() + fresh.favourites()),
            count.replies())
        .inReplyTo(
            inReplyTo == null ? null : inReplyTo.toString(),
            inReplyToAuthor == null ? null : inReplyToAuthor.toString())
        .marks(marks(post, with));
  }

  private static @Nullable ViewerMarks marks(PostRow post, Hydrated with) {
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
        post.isBy(viewer) ? (Boolean) with.pinned().contains(post.id()) : null);
  }

  /** Words of a post, present or former, with the mentions that they resolve. */
  String html(String text, List<MentionRow> mentions) {
    var targets = new HashMap<String, MentionTarget>();
    String domain = origin.domain().toLowerCase(Locale.ROOT);
    mentions.forEach(mention -> {
      String name = mention.username().toLowerCase(Locale.ROOT);
      var target = new MentionTarget(origin.profile(mention.username()), mention.username());
      targets.put(name, target);
      targets.put(name + "@" + domain, target);
    });
    return PostHtml.render(text, targets, origin);
  }

  private List<StatusMention> mentions(PostRow post) {
    var mentions = new ArrayList<StatusMention>();
    post.mentions()
        .forEach(m ->
            mentions.add(
                new StatusMention(
                    m.account().toString(),
                    m.username(),
                    origin.profile(m.username()),
                    m.username())));
    return mentions;
  }

  private static Visibility visibility(isegoria.post.write.Visibility visibility) {
    return Visibility.valueOf(visibility.name());
  }
}
