package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.App;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.world.ParallelTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What must hold once although it is asked often, through two instances at once. */
final class OnceIT {
  private static final int ROUNDS = 12;

  private final Shared system = Shared.system();
  private final Api api = system.api();

  @Test
  void a_hundred_posts_at_once_with_one_key_are_one_post() {
    Person ana = system.signUp("ana");
    Set<String> ids = ConcurrentHashMap.newKeySet();
    ParallelTasks.run(100, 100, each -> ids.add(publishedWithKey(ana, "one key")));
    assertThat(ids).hasSize(1);
    Eventually.equal(() -> ana.homeIds().size(), 1);
  }

  @Test
  void the_same_key_of_two_people_is_two_posts() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    assertThat(publishedWithKey(ana, "shared")).isNotEqualTo(publishedWithKey(bo, "shared"));
  }

  private String publishedWithKey(Person author, String key) {
    Call call = author.publishing("Only once", "public", null).key(key);
    return api.known(call, java.time.Duration.ofSeconds(30)).expect(200).id();
  }

  @Test
  void a_favourite_given_twice_is_one_and_is_read_at_once() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    int rounds = 30;
    long[] nanos = new long[rounds];
    for (int round = 0; round < rounds; round++) {
      String post = ana.publish("Round " + round).id();
      bo.favourite(post);
      bo.favourite(post);
      long start = System.nanoTime();
      Answer read = bo.get("/api/v1/statuses/" + post);
      nanos[round] = System.nanoTime() - start;
      assertThat(read.json().path("favourited").asBoolean()).isTrue();
      Eventually.equal(
          () -> bo.get("/api/v1/statuses/" + post + "/favourited_by").json().size(), 1);
    }
    Arrays.sort(nanos);
    System.out.printf(
        "favourite twice, then read: p50 %.1f ms, p99 %.1f ms%n",
        nanos[rounds / 2] / 1e6, nanos[(int) (rounds * 0.99)] / 1e6);
  }

  @Test
  void two_hundred_sign_ups_for_one_name_at_once_are_one_account() {
    String name = Shared.freshName("popular");
    App app = system.app();
    Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    ParallelTasks.run(
        200,
        50,
        each ->
            answers.add(
                api.known(
                    app.signingUp(name, name + "." + each + "@example.org", "a long password"),
                    java.time.Duration.ofSeconds(60))));
    assertThat(answers).hasSize(200);
    List<Answer> taken = answers.stream().filter(answer -> answer.status() != 200).toList();
    assertThat(answers.size() - taken.size()).isEqualTo(1);
    assertThat(taken)
        .allSatisfy(answer -> {
          assertThat(answer.status()).isEqualTo(422);
          assertThat(
                  answer.json().path("details").path("username").path(0).path("error").asString())
              .isEqualTo("ERR_TAKEN");
        });
    // Those who lost the name have not lost their address.
    Person other =
        Person.of(
            api,
            api.ok(
                    app.signingUp(
                        Shared.freshName("modest"),
                        taken.getFirst().call().body() == null
                            ? ""
                            : emailIn(taken.getFirst().call()),
                        "a long password"))
                .text("access_token"));
    assertThat(other.name()).startsWith("modest");
  }

  private static String emailIn(Call call) {
    return String.valueOf(call.body()).replaceFirst(".*\"email\":\"([^\"]*)\".*", "$1");
  }

  @Test
  void no_order_of_blocks_and_follows_leaves_a_block_and_a_follow_of_the_blocked() {
    var random = new SplittableRandom(Settings.ofProcess().seed());
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    lock(bo);
    for (int round = 0; round < ROUNDS; round++) {
      long seed = random.nextLong();
      var mine = new SplittableRandom(seed);
      List<Call> calls =
          java.util.stream.Stream.generate(() -> anyStep(mine, ana, bo)).limit(8).toList();
      ParallelTasks.run(calls.size(), calls.size(), each -> sent(calls.get(each)));
      assertThat(
              ana.tieTo(bo).path("blocking").asBoolean()
                  && ana.tieTo(bo).path("following").asBoolean())
          .as("seed %d: ana blocks and follows bo", seed)
          .isFalse();
      boolean blocked = bo.tieTo(ana).path("blocking").asBoolean();
      assertThat(blocked && ana.tieTo(bo).path("following").asBoolean())
          .as("seed %d: bo blocks ana, and ana follows bo", seed)
          .isFalse();
      assertThat(blocked && bo.tieTo(ana).path("following").asBoolean())
          .as("seed %d: bo blocks and follows ana", seed)
          .isFalse();
      bo.unblock(ana);
      ana.unblock(bo);
    }
  }

  private void lock(Person person) {
    api.ok(
        Call.of("PATCH", "/api/v1/accounts/update_credentials")
            .as(person.token())
            .json(java.util.Map.of("locked", true)));
  }

  private static Call anyStep(SplittableRandom random, Person ana, Person bo) {
    return switch (random.nextInt(6)) {
      case 0 -> Call.post("/api/v1/accounts/" + ana.id() + "/block").as(bo.token());
      case 1 -> Call.post("/api/v1/accounts/" + ana.id() + "/unblock").as(bo.token());
      case 2 -> Call.post("/api/v1/follow_requests/" + ana.id() + "/authorize").as(bo.token());
      case 3 -> Call.post("/api/v1/accounts/" + bo.id() + "/unfollow").as(ana.token());
      default -> Call.post("/api/v1/accounts/" + bo.id() + "/follow").as(ana.token());
    };
  }

  private void sent(Call call) {
    try {
      assertThat(api.send(call).status()).isIn(200, 403, 404, 422, 503);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
