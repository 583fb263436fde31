package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Lists and notes of a person, as clients make, fill and read them. */
final class ListsIT {
  private final Shared system = Shared.system();

  private static Answer ask(Person who, String method, String path, Map<String, ?> fields) {
    return who.api().ok(Call.of(method, path).as(who.token()).json(fields));
  }

  private static int status(Person who, String method, String path, Map<String, ?> fields)
      throws IOException {
    Call call = Call.of(method, path).as(who.token());
    return who.api().send(method.equals("GET") ? call : call.json(fields)).status();
  }

  private static List<String> ids(Answer rows) {
    return StreamSupport.stream(rows.json().spliterator(), false)
        .map(row -> row.path("id").asString())
        .toList();
  }

  private static String create(Person who, String title) {
    return who.post("/api/v1/lists", Map.of("title", title)).id();
  }

  @Test
  void a_list_is_made_changed_and_deleted_and_no_one_else_sees_it() throws IOException {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Answer made = ana.post("/api/v1/lists", Map.of("title", "Cats"));
    assertThat(made.text("title")).isEqualTo("Cats");
    assertThat(made.text("replies_policy")).isEqualTo("list");
    assertThat(made.json().path("exclusive").asBoolean(true)).isFalse();
    String path = "/api/v1/lists/" + made.id();
    Answer changed = ask(ana, "PUT", path, Map.of("replies_policy", "followed", "exclusive", true));
    assertThat(changed.text("title")).isEqualTo("Cats");
    assertThat(ana.get("/api/v1/lists").json().path(0)).isEqualTo(changed.json());
    assertThat(ana.get(path).json()).isEqualTo(changed.json());

    assertThat(bo.get("/api/v1/lists").json()).isEmpty();
    for (String method : List.of("GET", "PATCH", "DELETE")) {
      assertThat(status(bo, method, path, Map.of())).as(method).isEqualTo(404);
    }
    assertThat(status(ana, "POST", "/api/v1/lists", Map.of("title", " "))).isEqualTo(422);
    assertThat(status(ana, "PUT", path, Map.of("replies_policy", "some"))).isEqualTo(422);

    ask(ana, "DELETE", path, Map.of());
    assertThat(status(ana, "GET", path, Map.of())).isEqualTo(404);
  }

  @Test
  void its_members_are_followed_and_each_stands_in_it_once() throws IOException {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    String list = create(ana, "Friends");
    String members = "/api/v1/lists/" + list + "/accounts";
    ana.follow(bo);
    Map<String, ?> both = Map.of("account_ids", List.of(bo.id(), cy.id()));
    assertThat(status(ana, "POST", members, both)).isEqualTo(404);
    assertThat(ids(ana.get(members))).isEmpty();

    ana.follow(cy);
    ask(ana, "POST", members, both);
    assertThat(ids(ana.get(members))).containsExactly(cy.id(), bo.id());
    assertThat(ids(ana.get("/api/v1/accounts/" + bo.id() + "/lists"))).containsExactly(list);
    assertThat(status(ana, "POST", members, Map.of("account_ids", List.of(bo.id()))))
        .isEqualTo(422);
    Answer first = ana.get(members + "?limit=1");
    assertThat(ids(first)).containsExactly(cy.id());
    assertThat(ids(ana.get(first.next().orElseThrow()))).containsExactly(bo.id());
    assertThat(ids(ana.get(members + "?limit=0"))).hasSize(2);

    ask(ana, "DELETE", members, Map.of("account_ids", List.of(cy.id())));
    assertThat(ids(ana.get(members))).containsExactly(bo.id());
    Call form = Call.of("DELETE", members).as(ana.token()).form(Map.of("account_ids[]", bo.id()));
    ana.api().ok(form);
    assertThat(ids(ana.get(members))).isEmpty();
  }

  @Test
  void who_is_followed_no_more_has_left() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    String members = "/api/v1/lists/" + create(ana, "Friends") + "/accounts";
    ana.follow(bo);
    ana.follow(cy);
    ask(ana, "POST", members, Map.of("account_ids", List.of(bo.id(), cy.id())));

    ana.unfollow(bo);
    assertThat(ids(ana.get(members))).containsExactly(cy.id());
    assertThat(ids(ana.get("/api/v1/accounts/" + bo.id() + "/lists"))).isEmpty();
    cy.block(ana);
    assertThat(ids(ana.get(members))).isEmpty();

    // A new follow brings no one back, for the membership itself has ended.
    ana.follow(bo);
    Eventually.equal(() -> ids(ana.get(members)), List.of());
    ask(ana, "POST", members, Map.of("account_ids", List.of(bo.id())));
    assertThat(ids(ana.get(members))).containsExactly(bo.id());
  }

  @Test
  void a_note_is_seen_by_its_author_alone() throws IOException {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    String path = "/api/v1/accounts/" + bo.id() + "/note";
    assertThat(ana.post(path, Map.of("comment", "Owes me a book")).text("note"))
        .isEqualTo("Owes me a book");
    assertThat(ana.tieTo(bo).path("note").asString()).isEqualTo("Owes me a book");
    assertThat(ana.follow(bo).text("note")).isEqualTo("Owes me a book");
    assertThat(bo.tieTo(ana).path("note").asString()).isEmpty();
    assertThat(status(ana, "POST", path, Map.of("comment", "x".repeat(2_001)))).isEqualTo(422);
    ana.post(path);
    assertThat(ana.tieTo(bo).path("note").asString()).isEmpty();
  }

  @Test
  void a_request_waits_until_it_is_answered() throws IOException {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    Person cy = system.signUp("cy");
    ask(ana, "PATCH", "/api/v1/accounts/update_credentials", Map.of("locked", true));
    for (Person asking : List.of(bo, cy)) {
      assertThat(asking.follow(ana).json().path("requested").asBoolean()).isTrue();
    }
    assertThat(ids(ana.get("/api/v1/follow_requests"))).containsExactly(cy.id(), bo.id());
    Answer accepted = ana.post("/api/v1/follow_requests/" + bo.id() + "/authorize");
    assertThat(accepted.json().path("followed_by").asBoolean()).isTrue();
    Answer rejected = ana.post("/api/v1/follow_requests/" + cy.id() + "/reject");
    assertThat(rejected.json().path("followed_by").asBoolean(true)).isFalse();
    assertThat(ids(ana.get("/api/v1/follow_requests"))).isEmpty();
    assertThat(bo.tieTo(ana).path("following").asBoolean()).isTrue();
    assertThat(cy.tieTo(ana).path("requested").asBoolean(true)).isFalse();
    String again = "/api/v1/follow_requests/" + cy.id() + "/authorize";
    assertThat(status(ana, "POST", again, Map.of())).isEqualTo(404);
  }

  @Test
  void many_accounts_are_given_at_once_and_the_unknown_left_out() {
    Person ana = system.signUp("ana");
    Person bo = system.signUp("bo");
    String asked = "/api/v1/accounts?id[]=" + bo.id() + "&id[]=1&id[]=x&id[]=" + ana.id();
    assertThat(ids(ana.get(asked))).containsExactly(bo.id(), ana.id());
    assertThat(ana.get("/api/v1/accounts/familiar_followers?0=" + bo.id()).json()).isEmpty();
  }
}
