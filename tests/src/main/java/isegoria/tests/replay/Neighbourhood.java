package isegoria.tests.replay;

import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a few people do beyond a world's posts and follows, so that every table has rows, and rows
 * that were taken back.
 */
final class Neighbourhood {

  private final Api api;
  private final Door door;
  private final List<Person> people;
  private final Person moderator;
  private final List<String> posts = new ArrayList<>();
  private final List<String> reports = new ArrayList<>();
  private final List<String> sanctions = new ArrayList<>();

  /** The operator's way to roles and erasures, past the gateway. */
  @FunctionalInterface
  interface Door {
    void ask(String path, Map<String, ?> fields);
  }

  /**
   * Nothing has happened yet.
   *
   * @param people at least twelve; the last is erased
   * @param moderator may see and judge what was reported
   */
  Neighbourhood(Api api, Door door, List<Person> people, Person moderator) {
    this.api = api;
    this.door = door;
    this.people = List.copyOf(people);
    this.moderator = moderator;
  }

  /** Posts of these acts, of any visibility, and those that are gone. */
  List<String> posts() {
    return posts;
  }

  List<String> reports() {
    return reports;
  }

  List<String> sanctions() {
    return sanctions;
  }

  Person moderator() {
    return moderator;
  }

  void live() {
    makePeace();
    introduce();
    String thread = write();
    gather(thread);
    keepApart();
    ask();
    judge();
    leave();
  }

  private Person person(int number) {
    return people.get(number);
  }

  /** The world may have set neighbours against each other; what follows needs them to meet. */
  private void makePeace() {
    String all =
        people.stream()
            .map(person -> "id[]=" + person.id())
            .collect(Collectors.joining("&", "/api/v1/accounts/relationships?", ""));
    for (Person person : people) {
      for (JsonNode tie : person.get(all).json()) {
        if (tie.path("blocking").asBoolean()) {
          person.post("/api/v1/accounts/" + tie.path("id").asString() + "/unblock");
        }
      }
    }
  }

  private void introduce() {
    person(0).post("/api/v1/tags/harbour/follow");
    set(person(0));
    change(
        person(0),
        Map.of(
            "display_name",
            "Ana of the harbour",
            "note",
            "Bread and letters",
            "bot",
            true,
            "fields_attributes",
            Map.of("0", Map.of("name", "Street", "value", "Long"))));
    change(
        person(1),
        Map.of("source", Map.of("privacy", "private", "sensitive", true, "language", "el")));
    change(person(2), Map.of("locked", true));
  }

  /** What a person sets for their own reading. */
  private void set(Person who) {
    who.follow(person(1));
    String list = who.post("/api/v1/lists", Map.of("title", "Neighbours", "exclusive", true)).id();
    who.post("/api/v1/lists/" + list + "/accounts", Map.of("account_ids", List.of(person(1).id())));
    who.post(
        "/api/v2/filters",
        Map.of(
            "title",
            "Weather",
            "context",
            List.of("home", "thread"),
            "keywords_attributes",
            List.of(Map.of("keyword", "storm"))));
    who.post("/api/v1/markers", Map.of("home", Map.of("last_read_id", "7")));
    who.post("/api/v1/accounts/" + person(9).id() + "/note", Map.of("comment", "Takes my bread"));
  }

  private void change(Person who, Map<String, ?> fields) {
    api.ok(Call.of("PATCH", "/api/v1/accounts/update_credentials").as(who.token()).json(fields));
  }

  /** Gives the first post of a thread. */
  private String write() {
    String first = publish(person(0), "Who brings #bread to the #harbour?", "public", null);
    String answer = publish(person(1), "I do", "unlisted", first);
    publish(person(0), "Thank you", "public", answer);
    person(0).edit(first, "Who brings #bread and #olives to the harbour?");
    person(0).edit(first, "Who brings #bread and #olives?");
    String warned =
        api.ok(
                Call.post("/api/v1/statuses")
                    .as(person(3).token())
                    .json(
                        Map.of(
                            "status", "A storm #harbour",
                            "spoiler_text", "Weather",
                            "sensitive", true,
                            "language", "de")))
            .id();
    posts.add(warned);
    publish(person(3), "@" + person(4).name() + " only you", "direct", null);
    String gone = publish(person(3), "Not said #harbour", "public", first);
    person(3).delete(gone);
    return first;
  }

  private String publish(
      Person author, String text, String visibility, @Nullable String inReplyTo) {
    String id = api.ok(author.publishing(text, visibility, inReplyTo)).id();
    posts.add(id);
    return id;
  }

  private String publish(Person author, String text) {
    return publish(author, text, "public", null);
  }

  private void gather(String thread) {
    for (int number = 3; number < 9; number++) {
      person(number).favourite(thread);
      at(person(number), thread, "bookmark");
    }
    at(person(8), thread, "unfavourite");
    at(person(7), thread, "unbookmark");
    posts.add(person(4).boost(thread).id());
    posts.add(person(5).boost(thread).id());
    at(person(5), thread, "unreblog");
    at(person(6), thread, "mute");
    for (int pin = 0; pin < 3; pin++) {
      at(person(0), publish(person(0), "On top " + pin), "pin");
    }
    at(person(0), posts.getLast(), "unpin");
  }

  private static void at(Person who, String post, String verb) {
    who.post("/api/v1/statuses/" + post + "/" + verb);
  }

  private void keepApart() {
    person(3).follow(person(9));
    person(3).block(person(9));
    person(4).block(person(9));
    person(4).unblock(person(9));
    mute(person(5), Map.of("notifications", false));
    mute(person(6), Map.of("duration", 7 * 24 * 3_600));
    mute(person(7), Map.of());
    person(7).post("/api/v1/accounts/" + person(9).id() + "/unmute");
    person(8).follow(person(0));
    person(0).post("/api/v1/accounts/" + person(8).id() + "/remove_from_followers");
    person(7)
        .post(
            "/api/v1/accounts/" + person(0).id() + "/follow",
            Map.of("reblogs", false, "notify", true, "languages", List.of("en", "de")));
  }

  private void mute(Person who, Map<String, ?> fields) {
    who.post("/api/v1/accounts/" + person(9).id() + "/mute", fields);
  }

  /** Three ask to follow: one may, one may not, one waits. */
  private void ask() {
    for (int number = 5; number < 8; number++) {
      person(number).unfollow(person(2));
      person(number).follow(person(2));
    }
    person(2).post("/api/v1/follow_requests/" + person(5).id() + "/authorize");
    person(2).post("/api/v1/follow_requests/" + person(6).id() + "/reject");
  }

  private void judge() {
    door.ask("accounts/" + moderator.name() + "/role", Map.of("role", "moderator"));
    String bad = publish(person(9), "Something against the rules #harbour");
    String worse = publish(person(9), "And something worse");
    for (int number = 3; number < 5; number++) {
      reports.add(
          person(number)
              .post(
                  "/api/v1/reports",
                  Map.of(
                      "account_id", person(9).id(),
                      "status_ids", List.of(bad, worse),
                      "comment", "Look at this",
                      "category", "violation",
                      "rule_ids", List.of("1")))
              .id());
    }
    moderator.post("/api/v1/admin/reports/" + reports.getFirst() + "/resolve");
    impose(person(9), Map.of("kind", "remove_post", "post_id", bad, "review_at", in(30)));
    impose(person(9), Map.of("kind", "limit", "ends_at", in(20), "report_id", reports.getLast()));
    String lifted = impose(person(8), Map.of("kind", "freeze", "ends_at", in(10)));
    moderator.post("/api/v1/admin/sanctions/" + lifted + "/lift");
  }

  private static String in(int days) {
    return Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private String impose(Person subject, Map<String, ?> terms) {
    var fields = new HashMap<String, Object>(terms);
    fields.put("subject_id", subject.id());
    fields.put("rule_id", "1");
    fields.put("reason", "It is against the first rule");
    String id = moderator.post("/api/v1/admin/sanctions", fields).id();
    sanctions.add(id);
    return id;
  }

  /** A person closes their account with erasure: none of its content may come back. */
  private void leave() {
    Person goes = people.getLast();
    goes.follow(person(0));
    person(0).follow(goes);
    publish(goes, "The last #harbour words");
    goes.favourite(posts.getFirst());
    goes.post("/api/v1/reports", Map.of("account_id", person(9).id(), "comment", "My last word"));
    door.ask("accounts/" + goes.name() + "/erase", Map.of());
  }
}
