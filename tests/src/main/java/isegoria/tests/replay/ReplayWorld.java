package isegoria.tests.replay;

import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.platform.Running;
import isegoria.tests.replay.Recording.Question;
import isegoria.tests.world.GivenIds;
import isegoria.tests.world.Graph;
import isegoria.tests.world.Imports;
import isegoria.tests.world.Journal;
import isegoria.tests.world.Journal.Member;
import isegoria.tests.world.Plan;
import isegoria.tests.world.Planner;
import isegoria.tests.world.PlantedBug;
import isegoria.tests.world.WorldRun;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** A world of posts and follows, a neighbourhood in it, and what is asked of both. */
public final class ReplayWorld {

  private static final int CALLS_MAX = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SCOPES = "read write follow push admin:read admin:write";

  /** The neighbourhood's people, and who leaves it. */
  private static final int NEIGHBOURS = 12;

  /** The neighbourhood and its moderator. */
  public static final int PEOPLE_MIN = NEIGHBOURS + 1;

  private ReplayWorld() {}

  /**
   * How much there is, and how much of it is asked about.
   *
   * @param viewers who ask; the neighbourhood's people are the first of them
   * @param viewersEach of them ask about each account and each post
   */
  public record Sizes(
      int people, int posts, int viewers, int viewersEach, int postsAsked, long seed) {
    public Sizes {
      if (people < PEOPLE_MIN) {
        throw new IllegalArgumentException(
            "people: %d (expected: at least %d)".formatted(people, PEOPLE_MIN));
      }
    }
  }

  /** Loads it through the public API, and gives what is to be asked of it. */
  static List<Question> load(Api api, Running running, Sizes sizes) throws IOException {
    Graph graph = Graph.generated(sizes.people(), sizes.people() * 5, sizes.seed());
    Plan plan = Planner.plan(graph, new Planner.Sizes(sizes.posts(), 2), List.of(), sizes.seed());
    var options = new WorldRun.Options(CALLS_MAX, PATIENCE, Duration.ZERO, PlantedBug.NONE);
    try (var operator = new Api(running.door("account-0"), CALLS_MAX);
        Journal journal =
            Journal.open(Files.createTempDirectory("replay").resolve("journal"), "replay")) {
      var run = new WorldRun(api, plan, journal, options);
      String secret = running.internalSecret();
      run.enrol(new Imports(operator, secret, CALLS_MAX));
      run.load(phase -> {});
      List<Person> people = people(api, journal, sizes.people());
      Neighbourhood.Door door = (path, fields) -> asked(operator, secret, path, fields);
      Person moderator = moderator(operator, secret, people.get(NEIGHBOURS));
      var neighbourhood = new Neighbourhood(api, door, people.subList(0, NEIGHBOURS), moderator);
      neighbourhood.live();
      return new Questions(people, viewers(people, sizes), sizes.viewersEach())
          .feeds()
          .accounts()
          .posts(posts(journal, plan, neighbourhood, sizes))
          .moderation(neighbourhood)
          .all();
    }
  }

  private static List<Person> people(Api api, Journal journal, int count) {
    List<Person> people = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Member member = Objects.requireNonNull(journal.member(number));
      people.add(new Person(api, member.id(), journal.tag() + "_" + number, member.token()));
    }
    return people;
  }

  /** The one who was erased has no token that anybody takes. */
  private static List<Person> viewers(List<Person> people, Sizes sizes) {
    List<Person> viewers = new ArrayList<>(people);
    viewers.remove(NEIGHBOURS - 1);
    return viewers.subList(0, Math.min(viewers.size(), sizes.viewers()));
  }

  private static Person moderator(Api operator, String secret, Person person) {
    String token =
        operator
            .known(
                Call.post("/internal/operator/tokens")
                    .json(Map.of("username", person.name(), "scopes", SCOPES))
                    .header("X-Isegoria-Internal", secret),
                PATIENCE)
            .expect(200)
            .text("access_token");
    return new Person(person.api(), person.id(), person.name(), token);
  }

  private static void asked(Api operator, String secret, String path, Map<String, ?> fields) {
    Call call = Call.post("/internal/operator/" + path).json(fields);
    operator.known(call.header("X-Isegoria-Internal", secret), PATIENCE).expect(200);
  }

  private static List<String> posts(
      Journal journal, Plan plan, Neighbourhood neighbourhood, Sizes sizes) {
    var ids = new GivenIds(plan.posts(), plan.boosts());
    journal.recallInto(ids);
    List<String> posts = new ArrayList<>(neighbourhood.posts());
    var random = new SplittableRandom(sizes.seed());
    for (int asked = 0; asked < sizes.postsAsked(); asked++) {
      posts.add(Long.toString(ids.post(random.nextInt(plan.posts()))));
    }
    return posts.stream().distinct().toList();
  }
}
