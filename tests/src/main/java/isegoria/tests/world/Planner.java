package isegoria.tests.world;

import isegoria.tests.world.Act.Audience;
import isegoria.tests.world.Ledger.Post;
import isegoria.tests.world.Plan.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes up everything that happens in a world, from a graph and a seed: the same each time. */
public final class Planner {
  private static final List<String> LANGUAGES = List.of("en", "de", "el");

  /** A page of them looks like talk; what they say does not matter. */
  private static final List<String> WORDS =
      List.of(
          "assembly",
          "bread",
          "harbour",
          "letter",
          "market",
          "morning",
          "olive",
          "question",
          "river",
          "stone",
          "street",
          "theatre",
          "vote",
          "wind",
          "winter",
          "yesterday");

  private static final int TRIES_MAX = 50;

  private final Graph graph;
  private final Sizes sizes;
  private final List<String> texts;
  private final SplittableRandom random;
  private final Ledger world = new Ledger();
  private final List<Phase> phases = new ArrayList<>();
  private final Set<Long> boosted = new HashSet<>();
  private final Set<Long> favoured = new HashSet<>();

  private Planner(Graph graph, Sizes sizes, List<String> texts, long seed) {
    this.graph = graph;
    this.sizes = sizes;
    this.texts = List.copyOf(texts);
    this.random = new SplittableRandom(seed);
  }

  /**
   * How much happens.
   *
   * @param rounds in each, people post, then boost and favour, then change their minds
   */
  public record Sizes(int posts, int rounds) {
    public Sizes {
      if (posts < rounds || rounds < 1) {
        throw new IllegalArgumentException(
            "posts: %d (expected: at least one in each of %d rounds)".formatted(posts, rounds));
      }
    }
  }

  /** Texts are taken in turn; where there are none, they are made up. */
  public static Plan plan(Graph graph, Sizes sizes, List<String> texts, long seed) {
    var planner = new Planner(graph, sizes, texts, seed);
    planner.follow();
    for (int round = 0; round < sizes.rounds(); round++) {
      planner.publish(round);
      planner.boost(round);
      planner.favour(round);
      planner.change(round);
    }
    return new Plan(
        graph.people(),
        planner.world.posts().size(),
        planner.world.boosts().size(),
        planner.phases);
  }

  private void add(String name, List<Act> acts) {
    acts.forEach(world::apply);
    phases.add(new Phase(name, acts));
  }

  private void follow() {
    var acts = new ArrayList<Act>(graph.edges());
    for (int edge = 0; edge < graph.edges(); edge++) {
      acts.add(following(graph.followers()[edge], graph.followed()[edge]));
    }
    add("follow", acts);
  }

  /** Some follows show no boosts; a few show one language only, and then no boosts either. */
  private Act.Follow following(int follower, int followed) {
    int kind = random.nextInt(50);
    List<String> languages = kind == 0 ? List.of(oneOf(LANGUAGES)) : List.of();
    return new Act.Follow(follower, followed, kind > 2, languages);
  }

  private void publish(int round) {
    int from = (int) ((long) sizes.posts() * round / sizes.rounds());
    int to = (int) ((long) sizes.posts() * (round + 1) / sizes.rounds());
    var acts = new ArrayList<Act>(to - from);
    for (int post = from; post < to; post++) {
      acts.add(publishing(post));
    }
    add("publish " + round, acts);
  }

  private Act.Publish publishing(int post) {
    int author = random.nextInt(graph.people());
    int kind = random.nextInt(100);
    Audience audience =
        kind < 80
            ? Audience.PUBLIC
            : kind < 90 ? Audience.UNLISTED : kind < 96 ? Audience.PRIVATE : Audience.DIRECT;
    int replyTo = random.nextInt(10) == 0 ? somethingToAnswer(author) : Act.NO_POST;
    var mentions = new ArrayList<Integer>();
    if (audience == Audience.DIRECT || random.nextInt(12) == 0) {
      int mentioned = somebodyToMention(author);
      if (mentioned >= 0) {
        mentions.add(mentioned);
      }
    }
    return new Act.Publish(author, post, text(post), audience, replyTo, mentions, oneOf(LANGUAGES));
  }

  private int somethingToAnswer(int author) {
    for (int tries = 0; tries < TRIES_MAX && !world.posts().isEmpty(); tries++) {
      Post parent = oneOf(world.posts());
      if (isOpenTo(parent, author)) {
        return parent.number();
      }
    }
    return Act.NO_POST;
  }

  private boolean isOpenTo(Post post, int person) {
    return !post.deleted()
        && post.audience().isForAll()
        && !world.blockBetween(post.author(), person);
  }

  /**
   * Half of the time a follower, if a few looks find one: a direct post to others shows nowhere.
   */
  private int somebodyToMention(int author) {
    int found = -1;
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      int other = random.nextInt(graph.people());
      if (other != author && !world.blockBetween(author, other)) {
        found = other;
        if (world.follows(other, author)) {
          return other;
        }
      }
    }
    return found;
  }

  private void boost(int round) {
    var acts = new ArrayList<Act>();
    int boosts = perRound(7);
    int next = world.boosts().size();
    for (int tries = 0; tries < boosts * TRIES_MAX && acts.size() < boosts; tries++) {
      int booster = random.nextInt(graph.people());
      Post post = oneOf(world.posts());
      boolean own = post.author() == booster && post.audience() == Audience.PRIVATE;
      if ((isOpenTo(post, booster) || (own && !post.deleted()))
          && boosted.add(Graph.pair(booster, post.number()))) {
        acts.add(new Act.Boost(booster, next + acts.size(), post.number()));
      }
    }
    add("boost " + round, acts);
  }

  private void favour(int round) {
    var acts = new ArrayList<Act>();
    int favourites = perRound(5);
    for (int tries = 0; tries < favourites * TRIES_MAX && acts.size() < favourites; tries++) {
      int member = random.nextInt(graph.people());
      Post post = oneOf(world.posts());
      if (isOpenTo(post, member) && favoured.add(Graph.pair(member, post.number()))) {
        acts.add(new Act.Favourite(member, post.number()));
      }
    }
    add("favourite " + round, acts);
  }

  /** One share in {@code divisor} of the posts of a round, and at least one. */
  private int perRound(int divisor) {
    return Math.max(1, sizes.posts() / sizes.rounds() / divisor);
  }

  /** No two changes of one phase touch the same post or the same two people. */
  private void change(int round) {
    var acts = new ArrayList<Act>();
    var pairs = new HashSet<Long>();
    var posts = new HashSet<Integer>();
    int each = perRound(30);
    for (int i = 0; i < each; i++) {
      deleteSomething(posts, acts);
      editSomething(posts, acts);
      unboostSomething(posts, acts);
      unfollowSomebody(pairs, acts);
      unfollowSomebody(pairs, acts);
      hideSomebody(pairs, acts, true);
      hideSomebody(pairs, acts, false);
      followSomebody(pairs, acts);
    }
    add("change " + round, acts);
  }

  private void deleteSomething(Set<Integer> touched, List<Act> acts) {
    Post post = oneOf(world.posts());
    if (!post.deleted() && touched.add(post.number())) {
      acts.add(new Act.Delete(post.author(), post.number()));
    }
  }

  private void editSomething(Set<Integer> touched, List<Act> acts) {
    Post post = oneOf(world.posts());
    boolean mentionsNobody = post.mentions().isEmpty() && post.audience() != Audience.DIRECT;
    if (!post.deleted() && mentionsNobody && touched.add(post.number())) {
      acts.add(new Act.Edit(post.author(), post.number(), text(random.nextInt(1 << 20))));
    }
  }

  private void unboostSomething(Set<Integer> touched, List<Act> acts) {
    if (world.boosts().isEmpty()) {
      return;
    }
    Ledger.Boost boost = oneOf(world.boosts());
    Post post = world.posts().get(boost.post());
    boolean open = !post.deleted() && !world.blockBetween(boost.booster(), post.author());
    if (!boost.undone() && open && touched.add(post.number())) {
      acts.add(new Act.Unboost(boost.booster(), boost.number(), post.number()));
    }
  }

  private void unfollowSomebody(Set<Long> touched, List<Act> acts) {
    int edge = random.nextInt(graph.edges());
    int follower = graph.followers()[edge];
    int followed = graph.followed()[edge];
    if (world.follows(follower, followed) && touch(touched, follower, followed)) {
      acts.add(new Act.Unfollow(follower, followed));
    }
  }

  /** Blocks or mutes, mostly a followed account: else nothing would change. */
  private void hideSomebody(Set<Long> touched, List<Act> acts, boolean block) {
    int edge = random.nextInt(graph.edges());
    boolean back = random.nextInt(4) == 0;
    int actor = back ? graph.followed()[edge] : graph.followers()[edge];
    int other = back ? graph.followers()[edge] : graph.followed()[edge];
    if (!world.blockBetween(actor, other) && touch(touched, actor, other)) {
      acts.add(block ? new Act.Block(actor, other) : new Act.Mute(actor, other));
    }
  }

  private void followSomebody(Set<Long> touched, List<Act> acts) {
    int follower = random.nextInt(graph.people());
    int followed = random.nextInt(graph.people());
    boolean fresh = follower != followed && !world.follows(follower, followed);
    if (fresh && !world.blockBetween(follower, followed) && touch(touched, follower, followed)) {
      acts.add(following(follower, followed));
    }
  }

  private static boolean touch(Set<Long> touched, int one, int other) {
    return touched.add(Graph.pair(Math.min(one, other), Math.max(one, other)));
  }

  private String text(int number) {
    if (!texts.isEmpty()) {
      return texts.get(number % texts.size());
    }
    var text = new StringBuilder();
    for (int word = 4 + random.nextInt(12); word > 0; word--) {
      text.append(oneOf(WORDS)).append(' ');
    }
    return text.append(number).toString();
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
