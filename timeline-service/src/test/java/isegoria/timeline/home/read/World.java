package isegoria.timeline.home.read;

import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.read.EntryLog;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.FeedKey;
import isegoria.timeline.feed.read.LivePosts;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.relation.Follow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * A small random world: accounts, posts of every visibility, replies, boosts, deletions. It tells
 * what happened as facts and, by itself, what is there in the end.
 */
public final class World implements EntryLog, LivePosts, Restrictions {

  public static final int ACCOUNTS = 12;

  public final List<FeedFact> facts = new ArrayList<>();
  public final Map<Long, FeedEntry> alive = new HashMap<>();
  public final Set<Long> suspended = new HashSet<>();
  public final Set<Long> removed = new HashSet<>();
  final Map<Long, HomeSnapshot> snapshots = new HashMap<>();
  private final List<PlainReader> readers = new ArrayList<>();
  private final SplittableRandom random;
  private final long stepMax;
  private long lastId;

  World(SplittableRandom random, int acts) {
    this(random, acts, 1_000, 3);
  }

  /** A world whose ids start after {@code firstId}, each at most {@code stepMax} above the last. */
  public World(SplittableRandom random, int acts, long firstId, long stepMax) {
    this.random = random;
    this.lastId = firstId;
    this.stepMax = stepMax;
    for (int i = 0; i < acts; i++) {
      act();
    }
    if (random.nextInt(4) == 0) {
      suspended.add(account());
    }
    for (long id = 1; id <= ACCOUNTS; id++) {
      readers.add(reader(id));
    }
  }

  private void act() {
    int kind = random.nextInt(100);
    var posts = alive.values().stream().filter(e -> !e.isBoost()).sorted(FeedEntry.NEWEST_FIRST);
    List<FeedEntry> known = posts.toList();
    if (kind < 55 || known.isEmpty()) {
      appear(post(known));
    } else if (kind < 90) {
      FeedEntry original = known.get(random.nextInt(Math.min(known.size(), 15)));
      if (original.visibility().isOpen()) {
        Visibility shown = random.nextInt(3) == 0 ? Visibility.PRIVATE : Visibility.PUBLIC;
        appear(FeedEntry.boost(nextId(), account(), original.id(), original.actorId(), shown));
      }
    } else if (kind < 97) {
      remove(known.get(random.nextInt(known.size())).id());
    } else {
      removed.add(known.get(random.nextInt(known.size())).id());
    }
  }

  private FeedEntry post(List<FeedEntry> known) {
    long replyTo = 0;
    if (!known.isEmpty() && random.nextInt(3) == 0) {
      replyTo = known.get(random.nextInt(known.size())).actorId();
    }
    Visibility visibility = Visibility.ofCode(random.nextInt(4));
    long id = nextId();
    long author = account();
    String language = language();
    List<Long> mentioned = visibility.isOpen() ? List.of() : List.of(account(), account());
    return new FeedEntry(id, author, 0, 0, replyTo, visibility, language, false, mentioned);
  }

  private String language() {
    return List.of("", "en", "el").get(random.nextInt(3));
  }

  private void appear(FeedEntry entry) {
    facts.add(new FeedFact.Appeared(entry));
    alive.put(entry.id(), entry);
  }

  private void remove(long id) {
    facts.add(new FeedFact.Removed(id));
    alive.values().removeIf(each -> each.id() == id || each.originalId() == id);
  }

  private long nextId() {
    lastId += 1 + random.nextLong(stepMax);
    return lastId;
  }

  long account() {
    return 1 + random.nextLong(ACCOUNTS);
  }

  long lastId() {
    return lastId;
  }

  /** One of the readers of whom there may be a snapshot. */
  PlainReader someReader() {
    return readers.get(random.nextInt(readers.size()));
  }

  /** Keeps a snapshot of every reader's home, as it is now. */
  void snapAll(RecentLog log) {
    var maker = new SnapshotMaker(log);
    for (PlainReader reader : readers) {
      snapshots.put(reader.id(), maker.make(reader, snapshots.get(reader.id())));
    }
  }

  List<FeedEntry> entries(List<FeedKey> keys) {
    return keys.stream().map(key -> alive.get(key.id())).filter(Objects::nonNull).toList();
  }

  /** Relations of one account, at random. */
  public PlainReader reader(long id) {
    var follows = new HashMap<Long, Follow>();
    for (int i = random.nextInt(ACCOUNTS); i > 0; i--) {
      Set<String> languages = random.nextInt(5) == 0 ? Set.of("el") : Set.of();
      follows.put(account(), new Follow(random.nextInt(4) != 0, languages));
    }
    Set<Long> blocks = random.nextInt(2) == 0 ? Set.of(account()) : Set.of();
    Set<Long> mutes = random.nextInt(2) == 0 ? Set.of(account()) : Set.of();
    follows.remove(id);
    blocks.forEach(follows::remove);
    return new PlainReader(
        id,
        follows,
        blocks.contains(id) ? Set.of() : blocks,
        mutes.contains(id) ? Set.of() : mutes);
  }

  /** The definition, restated as sentences over everything there is. */
  public List<Long> home(PlainReader reader) {
    List<FeedEntry> candidates =
        alive.values().stream()
            .filter(e -> e.actorId() == reader.id() || reader.follows().containsKey(e.actorId()))
            .filter(e -> !removed.contains(e.shownId()))
            .filter(e -> !suspended.contains(e.actorId()) && !suspended.contains(e.shownAuthorId()))
            .filter(e -> !reader.hides(e.actorId()) && !reader.hides(e.shownAuthorId()))
            .filter(e -> e.actorId() == reader.id() || isForOthers(e, reader))
            .sorted(FeedEntry.NEWEST_FIRST)
            .toList();
    var home = new ArrayList<Long>();
    for (int i = 0; i < candidates.size(); i++) {
      FeedEntry entry = candidates.get(i);
      var next = candidates.subList(i + 1, Math.min(candidates.size(), i + 41));
      if (!entry.isBoost() || next.stream().noneMatch(e -> e.shownId() == entry.shownId())) {
        home.add(entry.id());
      }
    }
    return home;
  }

  private static boolean isForOthers(FeedEntry entry, PlainReader reader) {
    Follow follow = reader.follows().get(entry.actorId());
    if (follow == null || entry.isBoost()) {
      return follow != null && follow.boosts();
    }
    boolean spoken =
        follow.languages().isEmpty()
            || entry.language().isEmpty()
            || follow.languages().contains(entry.language());
    boolean addressed =
        entry.visibility() != Visibility.DIRECT || entry.mentionedIds().contains(reader.id());
    long to = entry.inReplyToAccountId();
    boolean replyShown =
        to == 0 || to == entry.actorId() || to == reader.id() || reader.follows().containsKey(to);
    return spoken && addressed && replyShown;
  }

  @Override
  public Slice older(Reader reader, long olderThan, int wanted) {
    return slice(e -> e < olderThan, reader, FeedEntry.NEWEST_FIRST, Math.max(1, wanted / 2));
  }

  @Override
  public Slice newer(Reader reader, long newerThan, int wanted) {
    return slice(
        e -> e > newerThan, reader, FeedEntry.NEWEST_FIRST.reversed(), Math.max(1, wanted / 2));
  }

  private static boolean isFollowed(FeedEntry entry, Reader reader) {
    return entry.actorId() == reader.id() || reader.follows(entry.actorId());
  }

  private Slice slice(
      java.util.function.LongPredicate within,
      Reader reader,
      java.util.Comparator<FeedEntry> order,
      int wanted) {
    List<FeedEntry> all =
        alive.values().stream()
            .filter(e -> within.test(e.id()) && isFollowed(e, reader))
            .sorted(order)
            .toList();
    if (all.size() <= wanted) {
      return new Slice(all, 0, true);
    }
    return new Slice(all.subList(0, wanted), all.get(wanted - 1).id(), false);
  }

  @Override
  public Set<Long> among(Set<Long> postIds) {
    var here = new HashSet<>(postIds);
    here.retainAll(alive.keySet());
    return here;
  }

  @Override
  public boolean isSuspended(long accountId) {
    return suspended.contains(accountId);
  }

  @Override
  public boolean isLimited(long accountId) {
    return false;
  }

  @Override
  public boolean isRemoved(long postId, long authorId) {
    return removed.contains(postId);
  }

  /** Runs a check in many worlds; the seed of one that fails is in the message. */
  static void everywhere(int worlds, LongFunction<Runnable> check) {
    long first = Long.getLong("seed", 0) == 0 ? 1 : Long.getLong("seed", 0);
    for (long seed = first; seed < first + worlds; seed++) {
      try {
        check.apply(seed).run();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
