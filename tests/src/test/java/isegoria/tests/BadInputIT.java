package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.App;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is the API's error and its status; nothing is half done. */
final class BadInputIT {
  private final Shared system = Shared.system();
  private final Api api = system.api();
  private final Person ana = system.signUp("ana");
  private final Person bo = system.signUp("bo");

  /** A call, and the statuses that are right for it. */
  private record Case(String what, Call call, List<Integer> right) {}

  @Test
  void every_endpoint_answers_bad_input_with_its_error() throws IOException {
    String foreign = bo.publish("Of somebody else").id();
    var cases = new ArrayList<Case>();
    posts(cases, foreign);
    accounts(cases);
    reads(cases);
    signUps(cases);
    var wrong = new ArrayList<String>();
    for (Case each : cases) {
      Answer answer = answered(each.call());
      answer
          .flaw()
          .ifPresent(flaw -> wrong.add(each.what() + ": " + flaw + ": " + answer.status()));
      if (!each.right().contains(answer.status())) {
        wrong.add(
            "%s: %s: %d %s (expected: %s)"
                .formatted(each.what(), each.call(), answer.status(), answer.body(), each.right()));
      }
    }
    System.out.printf("bad input: %d cases, %d wrong%n", cases.size(), wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(ana.get("/api/v1/accounts/" + ana.id() + "/statuses").json()).isEmpty();
  }

  private void posts(List<Case> cases, String foreign) {
    Call posting = Call.post("/api/v1/statuses").as(ana.token());
    add(cases, "a post without anything", posting.json(Map.of()), 422);
    add(cases, "an empty post", posting.json(Map.of("status", "  ")), 422);
    add(cases, "a post that shows nothing", posting.json(Map.of("status", "\u3164\u2800")), 422);
    add(cases, "a post too long", posting.json(Map.of("status", "x".repeat(1_001))), 422);
    add(cases, "a text that is a list", posting.json(Map.of("status", List.of("a"))), 400, 422);
    add(
        cases,
        "a text that is an object",
        posting.json(Map.of("status", Map.of("a", "b"))),
        400,
        422);
    add(
        cases,
        "an unknown visibility",
        posting.json(Map.of("status", "a", "visibility", "friends")),
        422);
    add(
        cases,
        "an answer to nothing",
        posting.json(Map.of("status", "a", "in_reply_to_id", "1")),
        404);
    add(
        cases,
        "an answer to what is no id",
        posting.json(Map.of("status", "a", "in_reply_to_id", "one")),
        404,
        422);
    add(cases, "broken JSON", posting.body("application/json", "{\"status\":"), 400);
    add(cases, "JSON that is no object", posting.body("application/json", "[1]"), 400, 422);
    add(cases, "another content type", posting.body("text/csv", "a,b"), 400, 415, 422);
    add(
        cases,
        "a date that is none",
        posting.json(Map.of("status", "a", "scheduled_at", "soon")),
        422);
    add(cases, "no token", Call.post("/api/v1/statuses").json(Map.of("status", "a")), 401);
    add(
        cases,
        "a token that is none",
        Call.post("/api/v1/statuses").as("none").json(Map.of("status", "a")),
        401);
    add(
        cases,
        "an app's token",
        Call.post("/api/v1/statuses").as(system.app().token()).json(Map.of("status", "a")),
        422);
    Call editing = Call.of("PUT", "/api/v1/statuses/" + foreign).as(ana.token());
    add(cases, "somebody else's post edited", editing.json(Map.of("status", "a")), 403, 404);
    add(
        cases,
        "somebody else's post deleted",
        Call.of("DELETE", "/api/v1/statuses/" + foreign).as(ana.token()),
        403,
        404);
    for (String verb :
        List.of(
            "favourite",
            "unfavourite",
            "reblog",
            "unreblog",
            "bookmark",
            "unbookmark",
            "pin",
            "unpin",
            "mute",
            "unmute")) {
      for (String id : List.of("1", "one", "99999999999999999999999")) {
        add(
            cases,
            verb + " of nothing",
            Call.post("/api/v1/statuses/" + id + "/" + verb).as(ana.token()),
            404,
            422);
      }
    }
    add(
        cases,
        "somebody else's post pinned",
        Call.post("/api/v1/statuses/" + foreign + "/pin").as(ana.token()),
        403,
        404,
        422);
  }

  private void accounts(List<Case> cases) {
    for (String verb : List.of("follow", "unfollow", "block", "unblock", "mute", "unmute")) {
      for (String id : List.of("1", "one", "99999999999999999999999")) {
        add(
            cases,
            verb + " of nobody",
            Call.post("/api/v1/accounts/" + id + "/" + verb).as(ana.token()),
            404,
            422);
      }
      add(
          cases,
          verb + " without a token",
          Call.post("/api/v1/accounts/" + bo.id() + "/" + verb),
          401);
    }
    add(
        cases,
        "oneself followed",
        Call.post("/api/v1/accounts/" + ana.id() + "/follow").as(ana.token()),
        403,
        422);
    add(
        cases,
        "a mute for a word",
        Call.post("/api/v1/accounts/" + bo.id() + "/mute")
            .as(ana.token())
            .json(Map.of("duration", "long")),
        400,
        422);
    Call profile = Call.of("PATCH", "/api/v1/accounts/update_credentials").as(ana.token());
    add(cases, "a name too long", profile.json(Map.of("display_name", "x".repeat(500))), 422);
    add(cases, "a biography too long", profile.json(Map.of("note", "x".repeat(5_000))), 422);
    add(cases, "a profile of broken JSON", profile.body("application/json", "{"), 400);
    add(
        cases,
        "nobody's request",
        Call.post("/api/v1/follow_requests/1/authorize").as(ana.token()),
        404,
        422);
    add(
        cases,
        "a report of nobody",
        Call.post("/api/v1/reports").as(ana.token()).json(Map.of("account_id", "1")),
        404,
        422);
    add(
        cases,
        "a report of a post by another",
        Call.post("/api/v1/reports")
            .as(ana.token())
            .json(Map.of("account_id", bo.id(), "status_ids", List.of("1"))),
        404);
    add(
        cases,
        "a report of nothing",
        Call.post("/api/v1/reports").as(ana.token()).json(Map.of()),
        400,
        404,
        422);
  }

  private void reads(List<Case> cases) {
    for (String path :
        List.of(
            "/api/v1/timelines/home",
            "/api/v1/blocks",
            "/api/v1/mutes",
            "/api/v1/accounts/verify_credentials",
            "/api/v1/bookmarks",
            "/api/v1/favourites",
            "/api/v1/preferences",
            "/api/v1/follow_requests")) {
      add(cases, "no token", Call.get(path), 401);
      add(cases, "a wrong token", Call.get(path).as("wrong"), 401);
      add(cases, "an app's token", Call.get(path).as(system.app().token()), 422);
    }
    add(
        cases,
        "a limit that is a word",
        Call.get("/api/v1/timelines/home?limit=many").as(ana.token()),
        200,
        400,
        422);
    add(
        cases,
        "a cursor that is a word",
        Call.get("/api/v1/timelines/home?max_id=old").as(ana.token()),
        200,
        400,
        404,
        422);
    add(cases, "a post that is not there", Call.get("/api/v1/statuses/1"), 404);
    add(cases, "a post that is a word", Call.get("/api/v1/statuses/one"), 404);
    add(cases, "nobody's account", Call.get("/api/v1/accounts/1"), 404);
    add(cases, "an account that is a word", Call.get("/api/v1/accounts/one"), 404);
    add(cases, "nobody's name", Call.get("/api/v1/accounts/lookup?acct=nobody_at_all"), 404);
    add(cases, "nobody's posts", Call.get("/api/v1/accounts/1/statuses"), 404);
    add(cases, "an endpoint that is none", Call.get("/api/v1/nothing/here"), 404);
    add(cases, "the internal door", Call.post("/internal/operator/tokens"), 404);
    add(
        cases,
        "the wrong method",
        Call.of("PATCH", "/api/v1/timelines/home").as(ana.token()),
        404,
        405);
  }

  private void signUps(List<Case> cases) {
    App app = system.app();
    add(
        cases,
        "a sign-up without a token",
        Call.post("/api/v1/accounts").json(Map.of("username", "x")),
        401);
    add(
        cases,
        "a sign-up without anything",
        Call.post("/api/v1/accounts").as(app.token()).json(Map.of()),
        422);
    add(
        cases,
        "a taken name",
        app.signingUp(ana.name(), Shared.freshName("e") + "@example.org", "a long password"),
        422);
    add(
        cases,
        "a name with a space",
        app.signingUp("a b", Shared.freshName("e") + "@example.org", "a long password"),
        422);
    add(
        cases,
        "an address that is none",
        app.signingUp(Shared.freshName("x"), "nowhere", "a long password"),
        422);
    add(
        cases,
        "a password too short",
        app.signingUp(Shared.freshName("x"), Shared.freshName("e") + "@example.org", "short"),
        422);
    add(cases, "an app without a name", Call.post("/api/v1/apps").json(Map.of()), 400, 422);
    add(
        cases,
        "an app whose website runs",
        Call.post("/api/v1/apps")
            .json(
                Map.of(
                    "client_name", "app",
                    "redirect_uris", "urn:ietf:wg:oauth:2.0:oob",
                    "website", "javascript:alert(1)")),
        422);
    add(
        cases,
        "a grant that is none",
        Call.post("/oauth/token").form(Map.of("grant_type", "magic")),
        400,
        401);
    add(
        cases,
        "a code that is none",
        Call.post("/oauth/token")
            .form(
                Map.of(
                    "grant_type", "authorization_code",
                    "code", "none",
                    "client_id", app.clientId(),
                    "client_secret", app.clientSecret(),
                    "redirect_uri", "urn:ietf:wg:oauth:2.0:oob")),
        400,
        401);
    add(
        cases,
        "a secret that is wrong",
        Call.post("/oauth/token")
            .form(
                Map.of(
                    "grant_type", "client_credentials",
                    "client_id", app.clientId(),
                    "client_secret", "wrong")),
        400,
        401);
  }

  @Test
  void a_token_without_the_scope_is_refused() throws IOException {
    String read =
        system
            .app()
            .logIn(ana.name() + "@example.org", App.passwordOf(ana.name()), "read")
            .expect(200)
            .text("access_token");
    Answer answer =
        answered(Call.post("/api/v1/statuses").as(read).json(Map.of("status", "not allowed")));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text("error")).isEqualTo("This action is outside the authorized scopes");
  }

  private static void add(List<Case> cases, String what, Call call, Integer... right) {
    cases.add(new Case(what, call, List.of(right)));
  }

  /** A busy platform is asked again: what counts is what it says when it has looked. */
  private Answer answered(Call call) throws IOException {
    Answer answer = api.raw(call);
    for (int tries = 0; tries < 20 && answer.status() == 503; tries++) {
      answer = api.raw(call);
    }
    return answer;
  }
}
