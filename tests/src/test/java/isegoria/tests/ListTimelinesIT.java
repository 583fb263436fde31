package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the members of a list post, in the list's timeline and at home. */
final class ListTimelinesIT {
  private final Shared system = Shared.system();
  private final Person ana = system.signUp("ana");
  private final Person bo = system.signUp("bo");
  private final Person cy = system.signUp("cy");

  private String listOfBo() {
    ana.follow(bo);
    ana.follow(cy);
    String list = ana.post("/api/v1/lists", Map.of("title", "Bo")).id();
    ana.post("/api/v1/lists/" + list + "/accounts", Map.of("account_ids", List.of(bo.id())));
    return list;
  }

  private List<String> timeline(String list) {
    return StreamSupport.stream(
            ana.get("/api/v1/timelines/list/" + list).json().spliterator(), false)
        .map(post -> post.path("id").asString())
        .toList();
  }

  private void change(String list, Map<String, ?> fields) {
    ana.api().ok(Call.of("PUT", "/api/v1/lists/" + list).as(ana.token()).json(fields));
  }

  @Test
  void it_shows_its_members_by_its_own_rule_for_replies() {
    String list = listOfBo();
    String first = bo.publish("First").id();
    String other = cy.publish("Not in the list").id();
    String reply = ana.api().ok(bo.publishing("To Cy", "public", other)).id();
    Eventually.equal(() -> timeline(list), List.of(first));
    change(list, Map.of("replies_policy", "followed"));
    Eventually.equal(() -> timeline(list), List.of(reply, first));
    assertThat(ana.get("/api/v1/timelines/list/" + list + "?limit=1").json()).hasSize(1);
    ana.unfollow(bo);
    Eventually.equal(() -> timeline(list), List.of());
  }

  @Test
  void an_exclusive_list_takes_its_members_out_of_home() {
    String list = listOfBo();
    String ofBo = bo.publish("In the list").id();
    String ofCy = cy.publish("At home").id();
    Eventually.equal(ana::homeIds, List.of(ofCy, ofBo));
    change(list, Map.of("exclusive", true));
    Eventually.equal(ana::homeIds, List.of(ofCy));
    Eventually.equal(() -> timeline(list), List.of(ofBo));
    change(list, Map.of("exclusive", false));
    Eventually.equal(ana::homeIds, List.of(ofCy, ofBo));
  }

  @Test
  void the_list_of_another_is_not_found() throws IOException {
    String list = listOfBo();
    Call call = Call.get("/api/v1/timelines/list/" + list);
    assertThat(bo.api().send(call.as(bo.token())).status()).isEqualTo(404);
    assertThat(bo.api().send(call).status()).isEqualTo(401);
  }
}
