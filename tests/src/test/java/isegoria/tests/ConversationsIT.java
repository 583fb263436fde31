package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import isegoria.tests.client.LiveStream;
import isegoria.tests.client.Person;
import isegoria.tests.effect.Effects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Direct posts as each of those who take part in them has them. */
final class ConversationsIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PATH = "/api/v1/conversations";

  private final Shared system = Shared.system();
  private final Person ana = system.signUp("ana");
  private final Person bo = system.signUp("bo");
  private final Person cy = system.signUp("cy");

  /** What a person is shown of a conversation. */
  private record Talk(String last, boolean unread, Set<String> with) {}

  private static Talk unread(String last, Person... with) {
    return new Talk(last, true, ids(with));
  }

  private static Talk read(String last, Person... with) {
    return new Talk(last, false, ids(with));
  }

  private static Set<String> ids(Person... people) {
    return Arrays.stream(people).map(Person::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Talk talk(JsonNode conversation) {
    return new Talk(
        conversation.at("/last_status/id").asString(),
        conversation.path("unread").asBoolean(),
        conversation.path("accounts").values().stream()
            .map(account -> account.path("id").asString())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<Talk> talks(Answer page) {
    return page.json().values().stream().map(ConversationsIT::talk).toList();
  }

  /** What they have in the end, newest first. */
  private static void assertHas(Person person, Talk... expected) {
    Eventually.equal(() -> talks(person.get(PATH)), List.of(expected));
  }

  private static String idOf(Person person) {
    return person.get(PATH).ids().getFirst();
  }

  private static String direct(Person author, Person... to) {
    return answer(author, null, to);
  }

  private static String answer(Person author, @Nullable String post, Person... to) {
    String names =
        Arrays.stream(to).map(each -> "@" + each.name()).collect(Collectors.joining(" "));
    return author.api().ok(author.publishing(names + " between us", "direct", post)).id();
  }

  private int status(Call call) {
    try {
      return system.api().send(call).status();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int statusOf(Person person, String method, String path) {
    return status(Call.of(method, PATH + "/" + path).as(person.token()));
  }

  @Test
  @Effects({
    "GET /api/v1/conversations",
    "POST /api/v1/conversations/{id}/read",
    "POST /api/v1/conversations/{id}/unread",
    "DELETE /api/v1/conversations/{id}"
  })
  void what_one_device_has_read_or_removed_is_so_on_the_other_and_for_no_other_person() {
    Person again = system.again(bo);
    String hello = direct(ana, bo);
    assertHas(bo, unread(hello, ana));
    assertHas(ana, read(hello, bo));
    String id = idOf(again);

    Answer answered = bo.post(PATH + "/" + id + "/read");
    assertThat(talk(answered.json())).isEqualTo(read(hello, ana));
    assertThat(talks(bo.get(PATH))).containsExactly(read(hello, ana));
    assertHas(again, read(hello, ana));
    assertThat(talk(bo.post(PATH + "/" + id + "/unread").json())).isEqualTo(unread(hello, ana));
    assertHas(again, unread(hello, ana));
    // One's own answer reads what is before it, and is unread to the other.
    String answer = answer(bo, hello, ana);
    assertHas(again, read(answer, ana));
    assertHas(ana, unread(answer, bo));
    assertThat(idOf(again)).isEqualTo(id);

    assertThat(statusOf(bo, "DELETE", id)).isEqualTo(200);
    assertThat(talks(bo.get(PATH))).isEmpty();
    assertHas(again);
    assertHas(ana, unread(answer, bo));
  }

  @Test
  void a_removed_one_comes_back_with_its_next_post_under_another_id() {
    String hello = direct(ana, bo);
    assertHas(bo, unread(hello, ana));
    String id = idOf(bo);
    bo.api().ok(Call.of("DELETE", PATH + "/" + id).as(bo.token()));
    assertHas(bo);
    assertThat(statusOf(bo, "POST", id + "/read")).isEqualTo(404);
    String more = answer(ana, hello, bo);
    assertHas(bo, unread(more, ana));
    assertThat(idOf(bo)).isNotEqualTo(id);
    assertThat(statusOf(bo, "POST", id + "/read")).isEqualTo(404);
    // Removing it once more under its old id changes nothing.
    assertThat(statusOf(bo, "DELETE", id)).isEqualTo(200);
    assertThat(talks(bo.get(PATH))).containsExactly(unread(more, ana));
    // What came before it was removed stays away, also when the new one goes.
    ana.delete(more);
    assertHas(bo);
  }

  @Test
  void three_have_one_together_and_with_one_fewer_it_is_another() {
    String all = direct(ana, bo, cy);
    assertHas(ana, read(all, bo, cy));
    assertHas(bo, unread(all, ana, cy));
    assertHas(cy, unread(all, ana, bo));
    String aside = answer(bo, all, ana);
    assertHas(ana, unread(aside, bo), read(all, bo, cy));
    assertHas(bo, read(aside, ana), unread(all, ana, cy));
    String back = answer(cy, all, bo, ana);
    assertHas(ana, unread(back, bo, cy), unread(aside, bo));
    assertHas(cy, read(back, ana, bo));
    // A note to oneself is a conversation with oneself.
    String note = direct(cy);
    assertHas(cy, read(note, cy), read(back, ana, bo));
  }

  @Test
  void an_edit_brings_a_post_to_those_whom_it_mentions_first() {
    String hello = direct(ana, bo);
    assertHas(bo, unread(hello, ana));
    ana.edit(hello, "@" + bo.name() + " and @" + cy.name());
    assertHas(cy, unread(hello, ana, bo));
    assertHas(bo, unread(hello, ana));
  }

  @Test
  void where_the_last_post_is_deleted_the_one_before_stands_in_for_it() {
    String first = direct(ana, bo);
    String other = direct(cy, bo);
    String last = answer(ana, first, bo);
    assertHas(bo, unread(last, ana), unread(other, cy));
    ana.delete(last);
    assertHas(bo, unread(other, cy), unread(first, ana));
    bo.post(PATH + "/" + bo.get(PATH).ids().getLast() + "/read");
    assertHas(bo, unread(other, cy), read(first, ana));
    ana.delete(first);
    assertHas(bo, unread(other, cy));
    assertHas(ana);
  }

  @Test
  void a_block_and_a_mute_hide_what_is_with_an_account_and_their_end_shows_it_again() {
    String two = direct(ana, bo);
    String three = direct(cy, ana, bo);
    assertHas(bo, unread(three, ana, cy), unread(two, ana));
    String own = answer(bo, two, ana);
    assertHas(bo, read(own, ana), unread(three, ana, cy));
    assertHas(ana, unread(own, bo), unread(three, bo, cy));
    String hidden = idOf(bo);
    bo.block(ana);
    assertHas(bo, unread(three, cy));
    assertHas(ana, unread(three, cy));
    assertThat(statusOf(bo, "POST", hidden + "/read")).isEqualTo(404);
    bo.unblock(ana);
    assertHas(bo, read(own, ana), unread(three, ana, cy));

    bo.post("/api/v1/accounts/" + cy.id() + "/mute", Map.of("notifications", false));
    assertThat(talks(bo.get(PATH))).contains(unread(three, ana, cy));
    bo.post("/api/v1/accounts/" + cy.id() + "/mute", Map.of("notifications", true));
    assertHas(bo, read(own, ana));
    bo.post("/api/v1/accounts/" + cy.id() + "/unmute");
    assertHas(bo, read(own, ana), unread(three, ana, cy));
  }

  @Test
  void pages_lead_on_and_back() {
    var posts = new ArrayList<String>();
    for (int number = 0; number < 5; number++) {
      posts.add(direct(ana, bo));
    }
    Talk[] all = posts.reversed().stream().map(post -> unread(post, ana)).toArray(Talk[]::new);
    assertHas(bo, all);
    Answer first = bo.get(PATH + "?limit=2");
    assertThat(talks(first)).containsExactly(all[0], all[1]);
    Answer second = bo.get(first.next().orElseThrow());
    assertThat(talks(second)).containsExactly(all[2], all[3]);
    assertThat(talks(bo.get(second.next().orElseThrow()))).containsExactly(all[4]);
    String newest = posts.getLast();
    String oldest = posts.getFirst();
    assertThat(talks(bo.get(PATH + "?limit=2&min_id=" + oldest))).containsExactly(all[2], all[3]);
    assertThat(talks(bo.get(PATH + "?limit=2&since_id=" + oldest))).containsExactly(all[0], all[1]);
    assertThat(talks(bo.get(PATH + "?since_id=" + newest))).isEmpty();
    assertThat(talks(bo.get(PATH + "?max_id=" + oldest))).isEmpty();
  }

  @Test
  void what_is_another_persons_or_nothing_is_not_there() {
    direct(ana, bo);
    Eventually.equal(() -> bo.get(PATH).ids().size(), 1);
    String id = idOf(bo);
    for (String none : List.of(id + "0", "77", "x", "0", "9223372036854775807")) {
      assertThat(statusOf(bo, "POST", none + "/read")).as(none).isEqualTo(404);
      assertThat(statusOf(bo, "DELETE", none)).as(none).isEqualTo(404);
    }
    assertThat(statusOf(cy, "POST", id + "/read")).isEqualTo(404);
    assertThat(statusOf(cy, "POST", id + "/unread")).isEqualTo(404);
    assertThat(statusOf(cy, "DELETE", id)).isEqualTo(404);
    assertThat(status(Call.get(PATH))).isEqualTo(401);
  }

  @Test
  void each_post_comes_to_the_streams_of_those_whom_it_concerns_and_is_in_their_pages_then() {
    try (LiveStream direct = LiveStream.byProtocol(bo, "?stream=direct");
        LiveStream own = LiveStream.ofEvents(ana, "/direct")) {
      assertThat(own.next()).isEqualTo(":)");
      String hello = direct(ana, bo);
      JsonNode frame = JSON.readTree(direct.next());
      assertThat(frame.path("stream").toString()).isEqualTo("[\"direct\"]");
      assertThat(frame.path("event").asString()).isEqualTo("conversation");
      JsonNode told = JSON.readTree(frame.path("payload").asString());
      assertThat(talk(told)).isEqualTo(unread(hello, ana));
      assertThat(talks(bo.get(PATH))).containsExactly(unread(hello, ana));
      assertThat(told.path("id").asString()).isEqualTo(idOf(bo));
      assertThat(own.next()).isEqualTo("event: conversation");
      String data = own.next().substring("data: ".length());
      assertThat(talk(JSON.readTree(data))).isEqualTo(read(hello, bo));
      // Of others' conversations, and of what is hidden, nothing comes.
      direct(ana, cy);
      bo.block(ana);
      direct(cy, ana, bo);
      JsonNode next = JSON.readTree(JSON.readTree(direct.next()).path("payload").asString());
      assertThat(next.at("/last_status/account/id").asString()).isEqualTo(cy.id());
    }
  }
}
