package isegoria.tests;

import isegoria.tests.access.Caller;
import isegoria.tests.access.Caller.Kind;
import isegoria.tests.access.Thing;
import isegoria.tests.access.Things;
import isegoria.tests.client.Answer;
import isegoria.tests.client.App;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One person with something of every kind that is theirs alone, and everyone who asks for it. */
final class AccessScene {
  private static final String APP_SCOPES = "read write follow push";
  private static final String CONVERSATIONS = "/api/v1/conversations";

  private final Shared system;

  /** One that may ask for everything. */
  private final App wideApp;

  private final Person owner;
  private final Person friend;
  private final Person other;
  private final Person suspended;
  private final Person moderator;
  private final Person admin;

  /** Whom reports and sanctions are about. */
  private final Person subject;

  private final Map<String, List<Thing>> byPath = new HashMap<>();
  private final Map<String, List<Thing>> byName = new HashMap<>();
  private final String openPost;

  AccessScene(Shared system) {
    this.system = system;
    wideApp = App.register(system.api(), Staff.SCOPES);
    owner = system.signUp("owner");
    friend = system.signUp("friend");
    other = system.signUp("other");
    suspended = system.signUp("suspended");
    subject = system.signUp("subject");
    moderator = Staff.moderator(system, "moderator");
    admin = Staff.admin(system, "admin");
    openPost = owner.publish("Open words").id();
    addPosts();
    addLists();
    addNotifications();
    addAccounts();
    addModeration();
  }

  private void addPosts() {
    String direct = owner.api().ok(owner.publishing("Hi @" + friend.name(), "direct", null)).id();
    String locked = owner.api().ok(owner.publishing("For followers", "private", null)).id();
    owner.edit(locked, "For followers, edited");
    List<Thing> posts =
        List.of(
            Thing.open("open post", openPost),
            Thing.hidden("direct post", direct),
            Thing.hidden("post for followers", locked));
    byPath.put("/api/v1/statuses/", posts);
    byName.put("GET /api/v1/statuses", posts);
    byName.put("POST /api/v1/statuses", posts);
    // A report of a hidden post is not told apart here: it is looked up by its author alone.
    byName.put("POST /api/v1/reports", posts.subList(0, 1));
    Eventually.equal(() -> owner.get(CONVERSATIONS).ids().size(), 1);
    byPath.put(
        CONVERSATIONS + "/", hidden("conversation", owner.get(CONVERSATIONS).ids().getFirst()));
  }

  private void addLists() {
    String list = owner.post("/api/v1/lists", Map.of("title", "Mine")).id();
    byPath.put("/api/v1/lists/", hidden("list", list));
    byPath.put("/api/v1/timelines/list/", hidden("list", list));
    Map<String, ?> politics = Map.of("title", "Mine", "context", List.of("home"));
    String filter = owner.post("/api/v2/filters", politics).id();
    String path = "/api/v2/filters/" + filter;
    String word = owner.post(path + "/keywords", Map.of("keyword", "word")).id();
    String post = owner.post(path + "/statuses", Map.of("status_id", openPost)).id();
    byPath.put("/api/v2/filters/", hidden("filter", filter));
    byPath.put("/api/v2/filters/keywords/", hidden("keyword", word));
    byPath.put("/api/v2/filters/statuses/", hidden("filtered post", post));
    byPath.put("/api/v1/filters/", hidden("keyword", word));
  }

  private void addNotifications() {
    friend.favourite(openPost);
    Eventually.equal(() -> owner.get("/api/v1/notifications").ids().size(), 1);
    String notification = owner.get("/api/v1/notifications").ids().getFirst();
    String group =
        owner.get("/api/v2/notifications").json().at("/notification_groups/0/group_key").asString();
    owner.patch("/api/v2/notifications/policy", Map.of("for_not_following", "filter"));
    friend.publish("Hello @" + owner.name());
    String requests = "/api/v1/notifications/requests";
    Eventually.equal(() -> owner.get(requests).ids().size(), 1);
    List<Thing> request = hidden("notification request", owner.get(requests).ids().getFirst());
    byPath.put("/api/v1/notifications/", hidden("notification", notification));
    byPath.put("/api/v2/notifications/", hidden("group", group));
    byPath.put("/api/v1/notifications/requests/", request);
    byName.put("POST /api/v1/notifications/requests/accept", request);
    byName.put("POST /api/v1/notifications/requests/dismiss", request);
  }

  private void addAccounts() {
    owner.patch("/api/v1/accounts/update_credentials", Map.of("locked", true));
    friend.follow(owner);
    Eventually.equal(() -> owner.get("/api/v1/follow_requests").ids(), List.of(friend.id()));
    byPath.put("/api/v1/follow_requests/", hidden("follow request", friend.id()));
    byPath.put("/api/v1/accounts/", List.of(Thing.open("account", subject.id())));
    byPath.put("/api/v1/tags/", List.of(Thing.open("tag", "words")));
    byPath.put("/api/v1/timelines/tag/", List.of(Thing.open("tag", "words")));
  }

  private void addModeration() {
    String report = friend.post("/api/v1/reports", Map.of("account_id", subject.id())).id();
    String sanction = sanction(suspended, "suspend");
    String limit = sanction(subject, "limit");
    byPath.put("/api/v1/admin/accounts/", List.of(Thing.open("account", subject.id())));
    byPath.put("/api/v1/admin/reports/", List.of(Thing.open("report", report)));
    byPath.put("/api/v1/admin/sanctions/", List.of(Thing.open("sanction", limit)));
    Eventually.equal(() -> moderator.get("/api/v1/admin/sanctions/" + sanction).id(), sanction);
  }

  private String sanction(Person person, String kind) {
    return moderator
        .post(
            "/api/v1/admin/sanctions",
            Map.of(
                "subject_id",
                person.id(),
                "kind",
                kind,
                "rule_id",
                "1",
                "reason",
                "Sells watches",
                "ends_at",
                Instant.now().plus(1, ChronoUnit.DAYS).toString()))
        .id();
  }

  private static List<Thing> hidden(String name, String id) {
    return List.of(Thing.hidden(name, id));
  }

  List<Caller> callers() {
    return List.of(
        Caller.of(Kind.NO_TOKEN, null, ""),
        Caller.of(Kind.APP, system.app().token(), APP_SCOPES),
        Caller.of(Kind.PERSON, other.token(), APP_SCOPES),
        Caller.of(Kind.OWNER, owner.token(), APP_SCOPES),
        loggedIn(Kind.MODERATOR, moderator, Staff.SCOPES),
        loggedIn(Kind.ADMIN, admin, Staff.SCOPES),
        Caller.of(Kind.SUSPENDED, suspended.token(), APP_SCOPES));
  }

  /** Good tokens of those who would be let in with another one. */
  List<Caller> narrow() {
    return List.of(
        loggedIn(Kind.MODERATOR, moderator, "read write push"),
        loggedIn(Kind.OWNER, owner, "read"),
        loggedIn(Kind.OWNER, owner, "write"));
  }

  private Caller loggedIn(Kind kind, Person person, String scopes) {
    try {
      String name = person.name();
      Answer token = wideApp.logIn(name + "@example.org", App.passwordOf(name), scopes);
      return Caller.of(kind, token.expect(200).text("access_token"), scopes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that each service writes down. */
  List<Call> acts() {
    return List.of(
        Call.post("/api/v1/accounts/" + subject.id() + "/note")
            .as(other.token())
            .json(Map.of("comment", "Met at the fair")),
        Call.of("PATCH", "/api/v1/accounts/update_credentials")
            .as(other.token())
            .json(Map.of("display_name", "Another name")),
        other.publishing("Mine", "public", null),
        Call.of("PATCH", "/api/v2/notifications/policy")
            .as(other.token())
            .json(Map.of("for_new_accounts", "filter")),
        Call.post("/api/v1/reports").as(other.token()).json(Map.of("account_id", subject.id())));
  }

  Things things() {
    return new Things(byPath, byName, queries(), bodies());
  }

  private Map<String, String> queries() {
    String account = "?id[]=" + subject.id();
    String address = owner.name() + "@" + system.api().origin().getAuthority();
    return Map.ofEntries(
        Map.entry("GET /.well-known/webfinger", "?resource=acct:" + address),
        Map.entry("GET /api/v1/accounts/lookup", "?acct=" + owner.name()),
        Map.entry("GET /api/v1/accounts/search", "?q=words"),
        Map.entry("GET /api/v2/search", "?q=words"),
        Map.entry("GET /api/v1/accounts", account),
        Map.entry("GET /api/v1/accounts/relationships", account),
        Map.entry("GET /api/v1/accounts/familiar_followers", account),
        Map.entry("GET /api/v1/statuses", "?id[]=%s"),
        Map.entry("GET /api/v1/streaming/hashtag", "?tag=words"),
        Map.entry("GET /api/v1/streaming/hashtag/local", "?tag=words"),
        Map.entry("GET /api/v1/streaming/list", "?list=1"));
  }

  private Map<String, String> bodies() {
    String members = "{\"account_ids\":[\"" + subject.id() + "\"]}";
    String ids = "{\"id\":[\"%s\"]}";
    return Map.ofEntries(
        Map.entry("POST /api/v1/statuses", "{\"status\":\"So?\",\"in_reply_to_id\":\"%s\"}"),
        Map.entry("PUT /api/v1/statuses/{id}", "{\"status\":\"Other words\"}"),
        Map.entry(
            "POST /api/v1/reports",
            "{\"account_id\":\"" + owner.id() + "\",\"status_ids\":[\"%s\"]}"),
        Map.entry("PUT /api/v1/lists/{id}", "{\"title\":\"Theirs\"}"),
        Map.entry("POST /api/v1/lists/{id}/accounts", members),
        Map.entry("DELETE /api/v1/lists/{id}/accounts", members),
        Map.entry("PUT /api/v2/filters/{id}", "{\"title\":\"Theirs\"}"),
        Map.entry("POST /api/v2/filters/{filter_id}/keywords", "{\"keyword\":\"other\"}"),
        Map.entry(
            "POST /api/v2/filters/{filter_id}/statuses", "{\"status_id\":\"" + openPost + "\"}"),
        Map.entry("PUT /api/v2/filters/keywords/{id}", "{\"keyword\":\"other\"}"),
        Map.entry("PUT /api/v1/filters/{id}", "{\"phrase\":\"other\",\"context\":[\"home\"]}"),
        Map.entry("POST /api/v1/notifications/requests/accept", ids),
        Map.entry("POST /api/v1/notifications/requests/dismiss", ids));
  }
}
