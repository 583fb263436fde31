package isegoria.timeline.streaming.memory;

import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.live.LiveStatus;
import isegoria.timeline.feed.read.live.OwnFeed;
import isegoria.timeline.feed.read.live.StreamKey;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.post.PostRules;
import isegoria.timeline.feed.read.post.PostTables;
import isegoria.timeline.feed.read.shared.SharedFeed;
import isegoria.timeline.feed.read.shared.SharedRules;
import isegoria.timeline.streaming.memory.OpenStreams.Listener;
import isegoria.timeline.streaming.read.StreamEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What open streams hear of posts: the rules of pages, asked for one post and many readers.
 *
 * <p>A post is told once the recent log has its entry and the copies have its words, so that a page
 * that is read after the event shows it. It is rendered once for all whose filters do not match it.
 * One thread calls.
 */
public final class PostEvents {

  private static final String UPDATE = "update";
  private static final String EDITED = "status.update";
  private static final String DELETE = "delete";

  /** Of one half that waits for its other: seconds in which a view is behind. */
  private static final int HALVES_MAX = 5_000;

  /** Posts whose boosts go with them: those boosted in the last hours. */
  private static final int BOOSTED_MAX = 5_000;

  /** Boosts of one post: whose home has one of more, a page leaves it out when it is read again. */
  private static final int BOOSTS_OF_POST_MAX = 500;

  private final OpenStreams streams;
  private final OpenFollows follows;
  private final Readers readers;
  private final Restrictions restrictions;
  private final OwnFeed home;
  private final PostTables posts;
  private final Function<Slot, @Nullable LiveStatus> render;

  private final RecentMap<PostRow> rows = new RecentMap<>(HALVES_MAX);
  private final RecentMap<FeedEntry> entries = new RecentMap<>(HALVES_MAX);
  private final RecentMap<List<FeedEntry>> boostsWithoutPost = new RecentMap<>(HALVES_MAX);
  private final RecentMap<List<FeedEntry>> boosts = new RecentMap<>(BOOSTED_MAX);
  private final RecentMap<Boolean> deleted = new RecentMap<>(HALVES_MAX);

  /**
   * Nothing is told yet.
   *
   * @param render a post or boost in the client API's shape; null where it is gone
   */
  public PostEvents(
      OpenStreams streams,
      OpenFollows follows,
      Readers readers,
      Restrictions restrictions,
      OwnFeed home,
      PostTables posts,
      Function<Slot, @Nullable LiveStatus> render) {
    this.streams = streams;
    this.follows = follows;
    this.readers = readers;
    this.restrictions = restrictions;
    this.home = home;
    this.posts = posts;
    this.render = render;
  }

  void appeared(FeedEntry entry) {
    if (entry.isBoost()) {
      boosted(entry);
      return;
    }
    PostRow row = rows.remove(entry.id());
    if (row == null) {
      entries.put(entry.id(), entry);
    } else {
      published(row);
    }
  }

  void stands(PostRow post) {
    if (entries.remove(post.id()) != null) {
      published(post);
    } else if (post.editedAt() == null || rows.has(post.id())) {
      rows.put(post.id(), post);
    } else {
      tell(EDITED, post);
    }
    List<FeedEntry> waiting = boostsWithoutPost.remove(post.id());
    if (waiting != null) {
      waiting.forEach(boost -> tell(boost, post));
    }
  }

  private void published(PostRow post) {
    tell(UPDATE, post);
  }

  private void boosted(FeedEntry boost) {
    add(boost, boosts);
    PostRow post = posts.posts(List.of(boost.originalId())).get(boost.originalId());
    if (post == null) {
      add(boost, boostsWithoutPost);
    } else {
      tell(boost, post);
    }
  }

  private static void add(FeedEntry boost, RecentMap<List<FeedEntry>> byPost) {
    List<FeedEntry> present = byPost.get(boost.originalId());
    List<FeedEntry> all = present == null ? new ArrayList<>(1) : present;
    if (all.size() < BOOSTS_OF_POST_MAX) {
      all.add(boost);
    }
    byPost.put(boost.originalId(), all);
  }

  private void tell(FeedEntry boost, PostRow post) {
    var event = new Once(UPDATE, Slot.of(boost));
    tellHomes(boost, post, event);
  }

  private void tell(String name, PostRow post) {
    var event = new Once(name, Slot.ofPost(post.id()));
    tellHomes(post.entry(), post, event);
    for (SharedFeed feed : SharedFeed.of(post)) {
      for (Listener listener : streams.listeners(keyOf(feed))) {
        if (isShown(post, listener)) {
          event.tell(listener);
        }
      }
    }
  }

  private void tellHomes(FeedEntry entry, PostRow post, Once event) {
    Slot slot = Slot.of(entry);
    follows.forEachHome(
        entry.actorId(),
        account -> {
          if (!PostRules.isShown(slot, post, readers.glance(account), restrictions)) {
            return;
          }
          if (home.shows(entry, account)) {
            streams.listeners(new StreamKey.Home(account)).forEach(event::tell);
          }
          for (long list : home.lists(account)) {
            List<Listener> heard = listening(account, list);
            if (!heard.isEmpty() && home.listShows(entry, account, list)) {
              heard.forEach(event::tell);
            }
          }
        });
  }

  /** The account's own streams of a list: others may name it, and hear nothing. */
  private List<Listener> listening(long account, long list) {
    return streams.listeners(new StreamKey.OfList(list)).stream()
        .filter(listener -> listener.stream().account() == account)
        .toList();
  }

  private boolean isShown(PostRow post, Listener listener) {
    Reader reader = readers.glance(listener.stream().account());
    var rules = new SharedRules(Set.of(), Set.of(), Set.of(), listener.channel().onlyMedia());
    return PostRules.isShown(Slot.ofPost(post.id()), post, reader, restrictions)
        && rules.isShown(post, reader, restrictions);
  }

  private static StreamKey keyOf(SharedFeed feed) {
    return feed.equals(SharedFeed.PUBLIC)
        ? new StreamKey.Public()
        : new StreamKey.Tag(feed.name().substring(1));
  }

  void removed(long id, @Nullable FeedEntry was) {
    forget(id);
    if (was != null && !deleted.has(id)) {
      deleted.put(id, true);
      tellGone(id, was.actorId(), account -> couldSee(was, account));
    }
  }

  void gone(long id, long actorId, @Nullable PostRow was, boolean isOpen) {
    forget(id);
    if (!deleted.has(id)) {
      deleted.put(id, true);
      tellGone(id, actorId, account -> isOpen || account == actorId);
    }
    if (was != null) {
      var event = new StreamEvent(DELETE, Long.toString(id));
      for (SharedFeed feed : SharedFeed.of(was)) {
        streams.listeners(keyOf(feed)).forEach(listener -> listener.hear(event));
      }
    } else if (isOpen) {
      streams.publish(new StreamKey.Public(), DELETE, Long.toString(id));
    }
    List<FeedEntry> gone = boosts.remove(id);
    if (gone != null) {
      gone.forEach(boost -> tellGone(boost.id(), boost.actorId(), _ -> true));
    }
  }

  private void forget(long id) {
    entries.remove(id);
    rows.remove(id);
    boostsWithoutPost.remove(id);
  }

  private void tellGone(long id, long actorId, LongPredicate isTold) {
    var event = new StreamEvent(DELETE, Long.toString(id));
    follows.forEachHome(
        actorId,
        account -> {
          if (isTold.test(account)) {
            streams.listeners(new StreamKey.Home(account)).forEach(one -> one.hear(event));
            for (long list : home.lists(account)) {
              listening(account, list).forEach(one -> one.hear(event));
            }
          }
        });
  }

  /** Whether a home may have shown it: more than it does now, and never what was not for it. */
  private static boolean couldSee(FeedEntry was, long account) {
    return was.visibility() != Visibility.DIRECT
        || was.actorId() == account
        || was.addresses(account);
  }

  /** An event that is rendered when the first hears it, and again for those who filter it. */
  private final class Once {
    private final String name;
    private final Slot slot;
    private @Nullable LiveStatus status;
    private @Nullable StreamEvent event;
    private boolean rendered;

    Once(String name, Slot slot) {
      this.name = name;
      this.slot = slot;
    }

    void tell(Listener listener) {
      if (!rendered) {
        status = render.apply(slot);
        event = status == null ? null : new StreamEvent(name, status.json());
        rendered = true;
      }
      if (status != null && event != null) {
        String filtered = status.filteredFor(listener.stream().account());
        listener.hear(filtered == null ? event : new StreamEvent(name, filtered));
      }
    }
  }
}
