package isegoria.benchmarks.fame;

import isegoria.benchmarks.http.Quiescence;
import isegoria.benchmarks.load.Latencies;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.infra.DevSystem;
import isegoria.post.write.Target;
import isegoria.post.write.Visibility;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.platform.LargestPartitions;
import isegoria.tests.platform.Running;
import isegoria.tests.platform.Systems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;

/**
 * One account becomes famous: everybody in a crowd follows it and favourites its post, many boost
 * it and answer. Bystanders post and read meanwhile; in the end everything is counted again.
 */
public final class FameRun {
  private static final int CALLS_MAX = 256;

  /** Of a flood, before its pace is known. */
  private static final int SHARE_TO_LEARN = 10;

  /** Of what the crowd could do at most, beside which others are measured. */
  private static final double PACE = 0.5;

  private static final Duration COUNTED_MAX = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Running running;
  private final BackgroundUsers bystanders;
  private final Crowd crowd;
  private final Sizes sizes;
  private final SplittableRandom random;
  private final Consumer<String> progress;
  private final Person star;
  private final Person ordinary;

  private FameRun(
      Running running,
      BackgroundUsers bystanders,
      Crowd crowd,
      Sizes sizes,
      SplittableRandom random,
      Consumer<String> progress) {
    this.running = running;
    this.bystanders = bystanders;
    this.crowd = crowd;
    this.sizes = sizes;
    this.random = random;
    this.progress = progress;
    this.star = bystanders.person(0);
    this.ordinary = bystanders.person(1);
  }

  /**
   * How many, and how long others are looked at.
   *
   * @param ordinary followers, favourites and boosts of the account that fame is compared with; it
   *     has half as many answers
   * @param bystanders who go on meanwhile
   * @param perSecond requests of all bystanders
   * @param phase of one look at them
   * @param turns looks of each kind
   * @param reads of each list whose cost is compared
   */
  public record Sizes(
      int followers,
      int favourites,
      int boosts,
      int replies,
      int ordinary,
      int bystanders,
      double perSecond,
      Duration phase,
      int turns,
      int reads) {

    int crowd() {
      return Math.max(
          Math.max(followers, favourites), Math.max(Math.max(boosts, replies), ordinary));
    }
  }

  /** Starts a system of one of each service, and stops it. */
  public static FameResult run(String name, Sizes sizes, long seed, Consumer<String> progress) {
    try (DevSystem system = Systems.startForLoad(name, 1)) {
      Running running = Running.of(system);
      try (var api = new Api(running.origin(), CALLS_MAX);
          var crowd = new Crowd(running, sizes.crowd())) {
        var bystanders = BackgroundUsers.enrol(running, api, sizes.bystanders());
        return new FameRun(running, bystanders, crowd, sizes, new SplittableRandom(seed), progress)
            .measure();
      }
    }
  }

  private FameResult measure() {
    Target post = publish(star, "Everybody likes this");
    Target usual = publish(ordinary, "Some like this");
    List<Target> others = new ArrayList<>();
    for (int i = 0; i < bystanders.size(); i++) {
      others.add(publish(bystanders.person(i), "One of many"));
    }
    flood("accounts", crowd.size(), crowd::open).rest();
    becomeOrdinary(usual);
    Quiescence.await(running);
    look("warm-up");

    var latencies = new Bystanding();
    AccountId id = AccountId.of(star.id());
    CrowdLoad follows = flood("follows", sizes.followers(), member -> crowd.follow(member, id));
    CrowdLoad favourites =
        flood("favourites", sizes.favourites(), member -> crowd.favourite(member, post));
    latencies.duringFollows(follows);
    latencies.duringFavourites(favourites, others);
    flood("boosts", sizes.boosts(), member -> crowd.boost(member, post)).rest();
    flood("replies", sizes.replies(), member -> crowd.reply(member, post, star.name())).rest();
    Quiescence.await(running);

    var fields = new FameResult.Fields();
    counted(post, fields);
    notified(fields);
    listed(post, usual, fields);
    latencies.tell(fields);
    fields.partitions(LargestPartitions.of(running));
    return fields.result();
  }

  private CrowdLoad flood(String name, int acts, IntConsumer act) {
    return new CrowdLoad(name, acts, act, progress);
  }

  private static Target publish(Person author, String text) {
    var id = PostId.of(author.publish(text).id());
    return new Target(id, AccountId.of(author.id()), Visibility.PUBLIC, id, Target.Reach.VISIBLE);
  }

  private void becomeOrdinary(Target usual) {
    AccountId id = AccountId.of(ordinary.id());
    int count = sizes.ordinary();
    flood("ordinary", count, member -> crowd.follow(member, id)).rest();
    flood("ordinary", count, member -> crowd.favourite(member, usual)).rest();
    flood("ordinary", count, member -> crowd.boost(member, usual)).rest();
    flood("ordinary", count / 2, member -> crowd.reply(member, usual, ordinary.name())).rest();
  }

  /** What bystanders wait for, posts and pages together. */
  private Latencies look(String when) {
    var sent = bystanders.live(sizes.perSecond(), sizes.phase(), random.split());
    var both = sent.posts().and(sent.pages());
    progress.accept(
        "fan-in: others, %s: %,d requests, failed %d, p50 %.1f p99 %.1f ms; posts %s, pages %s"
            .formatted(
                when,
                both.count(),
                sent.failed(),
                both.millis(50),
                both.millis(99),
                halfAndMost(sent.posts()),
                halfAndMost(sent.pages())));
    return both;
  }

  private static String halfAndMost(Latencies latencies) {
    return "p50 %.1f p99 %.1f ms".formatted(latencies.millis(50), latencies.millis(99));
  }

  /** What others wait for, with and without, in turns: a machine is quicker now and slower then. */
  private final class Bystanding {
    private final Map<String, Latencies> waited = new LinkedHashMap<>();

    void duringFollows(CrowdLoad flood) {
      double perSecond = PACE * flood.next(Math.max(1, sizes.followers() / SHARE_TO_LEARN));
      for (int turn = 0; turn < sizes.turns(); turn++) {
        quiet("quiet");
        beside("during_follows", flood, perSecond);
      }
      flood.rest();
    }

    void duringFavourites(CrowdLoad flood, List<Target> others) {
      double perSecond = PACE * flood.next(Math.max(1, sizes.favourites() / SHARE_TO_LEARN));
      CrowdLoad scattered =
          flood(
              "favourites of others",
              crowd.size(),
              member -> crowd.favourite(member, others.get(member % others.size())));
      for (int turn = 0; turn < sizes.turns(); turn++) {
        quiet("quiet_again");
        beside("during_scattered_favourites", scattered, perSecond);
        beside("during_favourites", flood, perSecond);
      }
      flood.rest();
    }

    private void quiet(String when) {
      Quiescence.await(running);
      waited.merge(when, look(when), Latencies::and);
    }

    private void beside(String when, CrowdLoad flood, double perSecond) {
      Quiescence.await(running);
      try (CrowdLoad.Paced _ = flood.paced(perSecond)) {
        String paced = "%s, %,.0f a second".formatted(when, perSecond);
        waited.merge(when, look(paced), Latencies::and);
      }
    }

    private double p99(String when) {
      return Objects.requireNonNull(waited.get(when), when).millis(99);
    }

    void tell(FameResult.Fields fields) {
      waited.forEach((when, latencies) -> {
        fields.put("others_requests_" + when, latencies.count());
        fields.put("others_p50_ms_" + when, latencies.millis(50));
        fields.put("others_p99_ms_" + when, latencies.millis(99));
      });
      fields.others(
          p99("during_follows") / p99("quiet"), p99("during_favourites") / p99("quiet_again"));
      fields.put(
          "others_p99_ratio_favourites_to_scattered",
          p99("during_favourites") / p99("during_scattered_favourites"));
    }
  }

  private void counted(Target post, FameResult.Fields fields) {
    String account = "/api/v1/accounts/" + star.id();
    String status = "/api/v1/statuses/" + post.post();
    fields.counted(
        "followers", sizes.followers(), count(account, "followers_count", sizes.followers()));
    fields.counted(
        "favourites", sizes.favourites(), count(status, "favourites_count", sizes.favourites()));
    fields.counted("boosts", sizes.boosts(), count(status, "reblogs_count", sizes.boosts()));
    fields.counted("replies", sizes.replies(), count(status, "replies_count", sizes.replies()));
  }

  /** Followers, favourites and boosts are counted in groups, and each reply is one of its own. */
  private void notified(FameResult.Fields fields) {
    told(fields, "follow", sizes.followers());
    told(fields, "favourite", sizes.favourites());
    told(fields, "reblog", sizes.boosts());
    ListWalk mentions =
        ListWalk.of(star, "/api/v1/notifications?types[]=mention&limit=" + ListWalk.PAGE);
    fields.counted("mention_notifications", sizes.replies(), mentions.distinct());
  }

  /** The members of all groups of a type, once they are as many as wanted. */
  private void told(FameResult.Fields fields, String type, long wanted) {
    String groups = "/api/v2/notifications?limit=80&types[]=" + type;
    long members =
        eventually(
            groups,
            answer -> {
              long sum = 0;
              for (JsonNode group : answer.path("notification_groups")) {
                sum += group.path("notifications_count").asLong();
              }
              return sum;
            },
            wanted);
    fields.counted(type + "_notifications", wanted, members);
  }

  /** The count as it is shown, once it is as wanted; what it is then, when it never is. */
  private long count(String path, String field, long wanted) {
    return eventually(path, entity -> entity.path(field).asLong(), wanted);
  }

  private long eventually(String path, ToLongFunction<JsonNode> number, long wanted) {
    long end = System.nanoTime() + COUNTED_MAX.toNanos();
    while (true) {
      long count = number.applyAsLong(star.api().ok(Call.get(path).as(star.token())).json());
      if (count == wanted || System.nanoTime() > end) {
        return count;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private void listed(Target post, Target usual, FameResult.Fields fields) {
    list("followers", sizes.followers(), followersOf(star), followersOf(ordinary), fields);
    list(
        "favourited_by",
        sizes.favourites(),
        markersOf(post, "favourited_by"),
        markersOf(usual, "favourited_by"),
        fields);
    list(
        "reblogged_by",
        sizes.boosts(),
        markersOf(post, "reblogged_by"),
        markersOf(usual, "reblogged_by"),
        fields);
    // Thousands of answers in one: a tenth of the reads takes as long as all of a list's.
    int reads = Math.max(1, sizes.reads() / 10);
    ReadCost ofUsual = ReadCost.of(running, star, contextOf(usual), reads);
    ReadCost ofStar = ReadCost.of(running, star, contextOf(post), reads);
    fields.context(ofStar, ofUsual);
    progress.accept("fan-in: context: %s; ordinary: %s".formatted(ofStar, ofUsual));
  }

  private static String followersOf(Person person) {
    return "/api/v1/accounts/%s/followers?limit=%d".formatted(person.id(), ListWalk.PAGE);
  }

  private static String markersOf(Target post, String list) {
    return "/api/v1/statuses/%s/%s?limit=%d".formatted(post.post(), list, ListWalk.PAGE);
  }

  private static String contextOf(Target post) {
    return "/api/v1/statuses/%s/context".formatted(post.post());
  }

  private void list(
      String name, int wanted, String ofStar, String ofOrdinary, FameResult.Fields fields) {
    ListWalk walk = ListWalk.of(star, ofStar);
    ReadCost first = cost(ofStar);
    ReadCost deep = cost(walk.deepPath());
    ReadCost usual = cost(ofOrdinary);
    fields.list(name, wanted, walk, first, deep, usual);
    progress.accept(
        "fan-in: %s: %,d listed; page 1: %s; page %d: %s; an ordinary one's: %s"
            .formatted(name, walk.distinct(), first, walk.deepPage(), deep, usual));
  }

  private ReadCost cost(String path) {
    return ReadCost.of(running, star, path, sizes.reads());
  }
}
