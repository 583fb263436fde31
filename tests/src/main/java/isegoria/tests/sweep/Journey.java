package isegoria.tests.sweep;

import static isegoria.tests.sweep.MarkKind.DIRECT_WORDS;
import static isegoria.tests.sweep.MarkKind.E_MAIL;
import static isegoria.tests.sweep.MarkKind.FOLLOWERS_WORDS;
import static isegoria.tests.sweep.MarkKind.IDEMPOTENCY_KEY;
import static isegoria.tests.sweep.MarkKind.MODERATOR_REASON;
import static isegoria.tests.sweep.MarkKind.PASSWORD;
import static isegoria.tests.sweep.MarkKind.PROFILE_WORDS;
import static isegoria.tests.sweep.MarkKind.PUBLIC_WORDS;
import static isegoria.tests.sweep.MarkKind.REFUSED_WORDS;
import static isegoria.tests.sweep.MarkKind.REPORT_COMMENT;
import static isegoria.tests.sweep.MarkKind.SEARCH_WORDS;
import static isegoria.tests.sweep.MarkKind.USER_NAME;
import static isegoria.tests.sweep.MarkKind.WRONG_PASSWORD;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.App;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A person who will be erased makes every request that can carry words; another person stays, and a
 * moderator acts on both.
 */
public final class Journey {
  private static final String HOST = "@sweep.example";

  private final Api api;
  private final Operator operator;
  private final Marks marks;
  private final Registration registration;

  private String goingName = "";
  private Person stays;
  private int rounds;

  /** Registers the app and the person who stays. */
  public Journey(Api api, Operator operator, Marks marks) {
    this.api = api;
    this.operator = operator;
    this.marks = marks;
    this.registration = Registration.of(api, marks);
    this.stays = signedUp(marks.unmarked(), "sign-up of who stays");
  }

  private Person signedUp(String name, String key) {
    return registration.signUp(name, name + HOST, App.passwordOf(name), key);
  }

  /** The name of the person who is to be erased. */
  public String goingName() {
    return goingName;
  }

  /** Everything, once. */
  public void walk() throws IOException {
    stays.publish(marks.staying(PUBLIC_WORDS, "of who stays"));
    Person goes = arrive();
    introduce(goes);
    speak(goes);
    refuse(goes);
    complain(goes);
    read(goes);
  }

  private Person arrive() throws IOException {
    goingName = marks.of(USER_NAME, "");
    String eMail = marks.of(E_MAIL, "") + HOST;
    String password = marks.of(PASSWORD, "");
    String wrong = marks.of(WRONG_PASSWORD, "");
    registration.signUp(goingName, eMail, password, marks.of(IDEMPOTENCY_KEY, "of a sign-up"));
    registration.app().logIn(eMail, wrong, "read").expect(400);
    new LogInPages(registration).walk(eMail, password, wrong);
    return registration.logIn(eMail, password);
  }

  private void introduce(Person goes) {
    Map<String, Object> profile =
        Map.of(
            "display_name",
            marks.of(PROFILE_WORDS, "display name"),
            "note",
            "I am " + marks.of(PROFILE_WORDS, "note"),
            "fields_attributes",
            Map.of(
                "0",
                Map.of(
                    "name", marks.of(PROFILE_WORDS, "field name"),
                    "value", marks.of(PROFILE_WORDS, "field value"))));
    api.ok(Call.of("PATCH", "/api/v1/accounts/update_credentials").as(goes.token()).json(profile));
    goes.follow(stays);
    stays.follow(goes);
  }

  private void speak(Person goes) {
    String first = "Open: " + marks.of(PUBLIC_WORDS, "before an edit") + " #open";
    Call publishing =
        goes.publishing(first, "public", null).key(marks.of(IDEMPOTENCY_KEY, "of a post"));
    Answer open = api.ok(publishing);
    goes.edit(open.id(), "Open: " + marks.of(PUBLIC_WORDS, "after an edit"));
    stays.favourite(open.id());
    stays.boost(open.id());
    api.ok(goes.publishing("For us: " + marks.of(FOLLOWERS_WORDS, ""), "private", null));
    String direct = "@" + stays.name() + " only you: " + marks.of(DIRECT_WORDS, "");
    api.ok(
        Call.post("/api/v1/statuses")
            .as(goes.token())
            .json(
                Map.of(
                    "status",
                    direct,
                    "visibility",
                    "direct",
                    "spoiler_text",
                    marks.of(DIRECT_WORDS, "content warning"))));
    Answer deleted = goes.publish(marks.of(PUBLIC_WORDS, "of a deleted post"));
    goes.delete(deleted.id());
  }

  private void refuse(Person goes) {
    String tooLong = marks.of(REFUSED_WORDS, "too long") + " very long".repeat(150);
    registration.refused(goes.publishing(tooLong, "public", null), 422);
    String nowhere = marks.of(REFUSED_WORDS, "no such visibility");
    registration.refused(goes.publishing(nowhere, nowhere, null), 422);
    String eMail = marks.of(E_MAIL, "of a refused sign-up");
    String password = marks.of(PASSWORD, "of a refused sign-up");
    registration.refused(registration.app().signingUp("no such name!", eMail, password), 422);
    registration.refused(registration.app().signingUp(stays.name(), eMail + HOST, password), 422);
    String path = "/api/v1/statuses/" + marks.of(REFUSED_WORDS, "in a path");
    registration.refused(Call.get(path).as(goes.token()), 404);
    String token = marks.of(MarkKind.ACCESS_TOKEN, "that is none");
    registration.refused(Call.get("/api/v1/timelines/home").as(token), 401);
  }

  private void complain(Person goes) throws IOException {
    goes.post(
        "/api/v1/reports",
        Map.of("account_id", stays.id(), "comment", marks.of(REPORT_COMMENT, "")));
    String name = marks.unmarked();
    String password = marks.of(PASSWORD, "of the moderator");
    operator.createModerator(name, name + HOST, password);
    Person moderator = registration.logIn(name + HOST, password);
    String until = Instant.now().plus(1, ChronoUnit.DAYS).toString();
    moderator.post(
        "/api/v1/admin/accounts/" + goes.id() + "/action",
        Map.of(
            "type",
            "silence",
            "rule_id",
            "1",
            "ends_at",
            until,
            "text",
            marks.of(MODERATOR_REASON, "")));
    moderator.get("/api/v1/admin/accounts/" + goes.id());
    moderator.get("/api/v1/admin/reports");
  }

  private void read(Person goes) {
    goes.home();
    stays.home();
    goes.get("/api/v1/accounts/" + goes.id() + "/statuses");
    stays.get("/api/v1/timelines/public");
    goes.get("/api/v2/search?q=" + marks.of(SEARCH_WORDS, ""));
    goes.get("/api/v1/accounts/lookup?acct=" + goes.name());
  }

  /**
   * Life goes on: a topic's last records are compacted when others follow, and time passes in a
   * store when something is written.
   */
  public void goOn() {
    String round = "Round " + ++rounds;
    api.ok(
        Call.of("PATCH", "/api/v1/accounts/update_credentials")
            .as(stays.token())
            .json(Map.of("note", round)));
    for (String visibility : List.of("public", "private")) {
      stays.delete(api.ok(stays.publishing(round, visibility, null)).id());
    }
    stays.post("/api/v1/reports", Map.of("account_id", operator.moderatorId(), "comment", round));
  }
}
