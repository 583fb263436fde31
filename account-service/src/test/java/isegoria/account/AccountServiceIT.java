package isegoria.account;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.RunningService.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountServiceIT {

  private static final String SCOPES = "read write follow push";
  private static final AtomicInteger NUMBER =
      new AtomicInteger((int) (System.nanoTime() >>> 20 & 0xffff));

  @SuppressWarnings("NullAway.Init") // JUnit calls start first.
  private RunningService service;

  private Map<String, String> app = Map.of();
  private String appToken = "";

  private record Person(String id, String token, String name) {}

  @BeforeAll
  void start() throws Exception {
    service = RunningService.shared();
    String redirect = RunningService.OUT_OF_BAND;
    Answer registered =
        service
            .nobody()
            .post(
                "/api/v1/apps",
                Map.of("client_name", "journey", "redirect_uris", redirect, "scopes", SCOPES));
    assertThat(registered.status()).as(registered.text()).isEqualTo(200);
    app =
        Map.of(
            "client_id", registered.at("/client_id"),
            "client_secret", registered.at("/client_secret"));
    appToken =
        token(Map.of("grant_type", "client_credentials", "scope", SCOPES)).at("/access_token");
  }

  private Answer token(Map<String, String> grant) {
    Map<String, String> fields = new HashMap<>(app);
    fields.putAll(grant);
    return service.nobody().form("/oauth/token", fields);
  }

  private Answer signUp(String name, String email) {
    return service
        .as(appToken)
        .post(
            "/api/v1/accounts",
            Map.of(
                "username",
                name,
                "email",
                email,
                "password",
                "a long password",
                "agreement",
                true,
                "locale",
                "en"));
  }

  private Person person() {
    String name = "Ana_" + NUMBER.incrementAndGet();
    Answer answer = signUp(name, name + "@example.org");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    String token = answer.at("/access_token");
    return new Person(
        service.as(token).get("/api/v1/accounts/verify_credentials").at("/id"), token, name);
  }

  private static void eventually(BooleanSupplier holds) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited ten seconds").isLessThan(until);
      Thread.sleep(50);
    }
  }

  @Test
  void whoever_signs_up_has_an_account_at_once() {
    Person ana = person();
    Answer own = service.as(ana.token()).get("/api/v1/accounts/verify_credentials");
    assertThat(own.at("/username")).isEqualTo(ana.name());
    assertThat(own.at("/source/privacy")).isEqualTo("public");
    Answer found = service.nobody().get("/api/v1/accounts/lookup?acct=@" + ana.name());
    assertThat(found.at("/id")).isEqualTo(ana.id());
    Answer search =
        service
            .as(ana.token())
            .get("/api/v2/search?q=" + ana.name().toLowerCase(Locale.ROOT) + "&type=accounts");
    assertThat(search.ids("/accounts")).first().isEqualTo(ana.id());
  }

  @Test
  void a_display_name_is_found_by_the_beginnings_of_its_words() {
    Person ana = person();
    String word = "Q" + ana.name().toLowerCase(Locale.ROOT).replace("_", "");
    Answer named = rename(ana, "Señora " + word + " da Silva");
    assertThat(named.status()).as(named.text()).isEqualTo(200);
    assertThat(found(ana, word.toUpperCase(Locale.ROOT))).containsExactly(ana.id());
    assertThat(found(ana, "sil " + word)).containsExactly(ana.id());
    assertThat(found(ana, word + " Lima")).isEmpty();
    rename(ana, "Ana");
    assertThat(found(ana, word)).isEmpty();
  }

  private Answer rename(Person person, String name) {
    return service
        .as(person.token())
        .patch("/api/v1/accounts/update_credentials", Map.of("display_name", name));
  }

  private List<String> found(Person person, String words) {
    String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
    return service.as(person.token()).get("/api/v1/accounts/search?q=" + query).ids("");
  }

  @Test
  void a_display_name_that_shows_nothing_is_none() {
    Person ana = person();
    assertThat(rename(ana, "\u3164\uFE0F").at("/display_name")).isEmpty();
  }

  @Test
  void a_sign_up_says_what_is_wrong_with_each_field() {
    Person ana = person();
    Answer taken = signUp(ana.name().toUpperCase(Locale.ROOT), "other@example.org");
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.at("/details/username/0/error")).isEqualTo("ERR_TAKEN");
    Answer email = signUp("free_" + NUMBER.incrementAndGet(), ana.name() + "@EXAMPLE.org");
    assertThat(email.at("/details/email/0/error")).isEqualTo("ERR_TAKEN");
    Answer blank =
        service.as(appToken).post("/api/v1/accounts", Map.of("username", "admin", "email", "x"));
    assertThat(blank.status()).isEqualTo(422);
    assertThat(blank.at("/details/username/0/error")).isEqualTo("ERR_RESERVED");
    assertThat(blank.at("/details/email/0/error")).isEqualTo("ERR_INVALID");
    assertThat(blank.at("/details/password/0/error")).isEqualTo("ERR_BLANK");
    assertThat(blank.at("/details/agreement/0/error")).isEqualTo("ERR_ACCEPTED");
    // What the refused sign-up had taken is free again.
    assertThat(signUp("free_" + NUMBER.incrementAndGet(), "other@example.org").status())
        .isEqualTo(200);
  }

  @Test
  void of_two_hundred_sign_ups_for_one_name_one_succeeds() throws Exception {
    String name = "wanted_" + NUMBER.incrementAndGet();
    AtomicInteger opened = new AtomicInteger();
    List<Integer> strange = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String email = name + i + "@example.org";
        answers.add(threads.submit(() -> signUp(name, email)));
      }
      for (Future<Answer> answer : answers) {
        switch (answer.get().status()) {
          case 200 -> opened.incrementAndGet();
          case 422, 503 -> {}
          default -> strange.add(answer.get().status());
        }
      }
    }
    assertThat(strange).isEmpty();
    assertThat(opened).hasValue(1);
    assertThat(service.nobody().get("/api/v1/accounts/lookup?acct=" + name).status())
        .isEqualTo(200);
  }

  @Test
  void a_follow_is_seen_at_once_and_counted_soon() throws Exception {
    Person ana = person();
    Person bo = person();
    Answer follow = service.as(ana.token()).post("/api/v1/accounts/" + bo.id() + "/follow");
    assertThat(follow.flag("following")).as(follow.text()).isTrue();
    assertThat(follow.flag("showing_reblogs")).isTrue();
    assertThat(follow.header("x-isegoria-position")).contains("account.private-states.v1/");
    assertThat(service.nobody().get("/api/v1/accounts/" + bo.id() + "/followers").ids(""))
        .containsExactly(ana.id());
    assertThat(service.nobody().get("/api/v1/accounts/" + ana.id() + "/following").ids(""))
        .containsExactly(bo.id());
    Answer between = service.as(bo.token()).get("/api/v1/accounts/relationships?id[]=" + ana.id());
    assertThat(between.json().at("/0/followed_by").asBoolean()).isTrue();
    eventually(() ->
        service.nobody().get("/api/v1/accounts/" + bo.id()).at("/followers_count").equals("1"));
    service.as(ana.token()).post("/api/v1/accounts/" + bo.id() + "/unfollow");
    assertThat(service.nobody().get("/api/v1/accounts/" + bo.id() + "/followers").ids(""))
        .isEmpty();
    eventually(() ->
        service.nobody().get("/api/v1/accounts/" + bo.id()).at("/followers_count").equals("0"));
  }

  @Test
  void a_follow_shows_the_languages_that_were_asked_for() {
    Person ana = person();
    String follow = "/api/v1/accounts/" + person().id() + "/follow";
    var asks = service.as(ana.token());
    assertThat(asks.post(follow + "?languages[]=pt-br&languages[]=en").json().get("languages"))
        .hasToString("[\"pt-BR\",\"en\"]");
    Answer refused = asks.post(follow + "?languages[]=whatever%20I%20like");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/error")).contains("Languages is invalid");
    assertThat(asks.post(follow).json().get("languages")).as("as before").hasSize(2);
    assertThat(asks.post(follow + "?languages[]=").json().get("languages").isNull())
        .as("all")
        .isTrue();
  }

  @Test
  void followers_are_paged_by_the_link_header() {
    Person star = person();
    List<String> fans = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Person fan = person();
      service.as(fan.token()).post("/api/v1/accounts/" + star.id() + "/follow");
      fans.addFirst(fan.id());
    }
    List<String> read = new ArrayList<>();
    String next = "/api/v1/accounts/" + star.id() + "/followers?limit=2";
    while (!next.isEmpty()) {
      Answer page = service.nobody().get(next);
      read.addAll(page.ids(""));
      String link = page.header("link");
      next =
          link.contains("rel=\"next\"")
              ? link.substring(RunningService.ORIGIN.length() + 1, link.indexOf('>'))
              : "";
    }
    assertThat(read).isEqualTo(fans);
  }

  @Test
  void a_block_ends_the_follows_and_keeps_new_ones_out() {
    Person ana = person();
    Person bo = person();
    service.as(ana.token()).post("/api/v1/accounts/" + bo.id() + "/follow");
    service.as(bo.token()).post("/api/v1/accounts/" + ana.id() + "/follow");
    Answer block = service.as(bo.token()).post("/api/v1/accounts/" + ana.id() + "/block");
    assertThat(block.flag("blocking")).isTrue();
    assertThat(block.flag("following")).isFalse();
    assertThat(block.flag("followed_by")).isFalse();
    Answer again = service.as(ana.token()).post("/api/v1/accounts/" + bo.id() + "/follow");
    assertThat(again.status()).isEqualTo(403);
    assertThat(service.as(bo.token()).get("/api/v1/blocks").ids("")).containsExactly(ana.id());
    service.as(bo.token()).post("/api/v1/accounts/" + ana.id() + "/unblock");
    assertThat(service.as(bo.token()).get("/api/v1/blocks").ids("")).isEmpty();
  }

  @Test
  void a_locked_account_is_asked_first() {
    Person ana = person();
    Person bo = person();
    Answer edited =
        service
            .as(bo.token())
            .patch(
                "/api/v1/accounts/update_credentials", Map.of("locked", true, "note", "Hi #you"));
    assertThat(edited.flag("locked")).as(edited.text()).isTrue();
    Answer asked = service.as(ana.token()).post("/api/v1/accounts/" + bo.id() + "/follow");
    assertThat(asked.flag("requested")).isTrue();
    assertThat(service.as(bo.token()).get("/api/v1/follow_requests").ids(""))
        .containsExactly(ana.id());
    Answer accepted =
        service.as(bo.token()).post("/api/v1/follow_requests/" + ana.id() + "/authorize");
    assertThat(accepted.flag("followed_by")).isTrue();
    assertThat(service.as(bo.token()).get("/api/v1/follow_requests").ids("")).isEmpty();
  }

  @Test
  void a_timed_mute_ends_by_itself() throws Exception {
    Person ana = person();
    Person bo = person();
    Answer muted =
        service
            .as(ana.token())
            .post("/api/v1/accounts/" + bo.id() + "/mute", Map.of("duration", 1));
    assertThat(muted.flag("muting")).isTrue();
    assertThat(service.as(ana.token()).get("/api/v1/mutes").ids("")).containsExactly(bo.id());
    eventually(() -> service.as(ana.token()).get("/api/v1/mutes").ids("").isEmpty());
  }

  @Test
  void an_edit_shows_at_once() {
    Person ana = person();
    Answer edited =
        service
            .as(ana.token())
            .patch(
                "/api/v1/accounts/update_credentials",
                Map.of(
                    "display_name", "Ana A.",
                    "fields_attributes", List.of(Map.of("name", "site", "value", "a & b")),
                    "source", Map.of("privacy", "unlisted", "language", "de")));
    assertThat(edited.at("/display_name")).as(edited.text()).isEqualTo("Ana A.");
    assertThat(edited.at("/source/privacy")).isEqualTo("unlisted");
    Answer seen = service.nobody().get("/api/v1/accounts/" + ana.id());
    assertThat(seen.at("/fields/0/value")).isEqualTo("a &amp; b");
    assertThat(service.as(ana.token()).get("/api/v1/preferences").text()).contains("unlisted");
    Answer tooLong =
        service
            .as(ana.token())
            .patch("/api/v1/accounts/update_credentials", Map.of("display_name", "x".repeat(31)));
    assertThat(tooLong.status()).isEqualTo(422);
  }

  @Test
  void a_password_gives_a_token_and_a_revoked_token_is_none() {
    Person ana = person();
    Answer wrong =
        token(Map.of("grant_type", "password", "username", ana.name(), "password", "wrong one"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.at("/error")).isEqualTo("invalid_grant");
    Answer right =
        token(
            Map.of(
                "grant_type", "password",
                "username", ana.name() + "@example.org",
                "password", "a long password",
                "scope", "read"));
    assertThat(right.status()).as(right.text()).isEqualTo(200);
    String secret = right.at("/access_token");
    assertThat(service.introspected(secret).flag("active")).isTrue();
    assertThat(service.as(secret).post("/api/v1/accounts/1/follow").status()).isEqualTo(403);
    Map<String, String> revoke = new HashMap<>(app);
    revoke.put("token", secret);
    Answer revoked = service.nobody().form("/oauth/revoke", revoke);
    assertThat(revoked.text()).isEqualTo("{}");
    assertThat(revoked.header("X-Isegoria-Revoked")).matches("[0-9a-f]{32}");
    assertThat(service.introspected(secret).flag("active")).isFalse();
    revoke.put("client_secret", "another");
    assertThat(service.nobody().form("/oauth/revoke", revoke).status()).isEqualTo(401);
  }

  @Test
  void sanctions_stop_writing_and_show() throws Exception {
    Person ana = person();
    service.sanction(ana.id(), "suspend");
    eventually(() -> service.nobody().get("/api/v1/accounts/" + ana.id()).flag("suspended"));
    Answer refused =
        service.as(ana.token()).patch("/api/v1/accounts/update_credentials", Map.of("bot", true));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/error")).isEqualTo("Your login is currently disabled");
    service.sanction(ana.id(), null);
    eventually(() -> !service.nobody().get("/api/v1/accounts/" + ana.id()).flag("suspended"));
  }

  @Test
  void an_operator_creates_imports_and_erases() {
    String name = "op_" + NUMBER.incrementAndGet();
    Answer created =
        service
            .operator()
            .post(
                "/internal/operator/accounts",
                Map.of("username", name, "email", name + "@example.org", "role", "admin"));
    assertThat(created.status()).as(created.text()).isEqualTo(200);
    assertThat(created.at("/password")).hasSizeGreaterThan(20);
    Answer imported =
        service
            .operator()
            .post(
                "/internal/operator/accounts/import",
                Map.of(
                    "accounts",
                    List.of(Map.of("username", name + "_a"), Map.of("username", "no good"))));
    assertThat(imported.at("/done")).as(imported.text()).isEqualTo("1");
    Answer follows =
        service
            .operator()
            .post(
                "/internal/operator/follows/import",
                Map.of("pairs", List.of(List.of(name + "_a", name), List.of(name, "nobody_here"))));
    assertThat(follows.at("/done")).as(follows.text()).isEqualTo("1");
    String id = created.at("/id");
    assertThat(service.nobody().get("/api/v1/accounts/" + id + "/followers").ids("")).hasSize(1);
    Answer erased = service.operator().post("/internal/operator/accounts/" + name + "/erase");
    assertThat(erased.status()).as(erased.text()).isEqualTo(200);
    assertThat(service.nobody().get("/api/v1/accounts/" + id).status()).isEqualTo(404);
    assertThat(service.nobody().post("/internal/operator/accounts", Map.of()).status())
        .isEqualTo(403);
  }
}
