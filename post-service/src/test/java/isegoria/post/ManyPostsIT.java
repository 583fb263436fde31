package isegoria.post;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.AccountId;
import isegoria.post.RunningService.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several posts that one request names. */
final class ManyPostsIT {

  private static final String PATH = "/api/v1/statuses";

  private static final AccountId EVA = new AccountId(221);
  private static final AccountId LEO = new AccountId(222);
  private static final AccountId KIM = new AccountId(223);

  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.shared();
    service.account(EVA, "eva221");
    service.account(LEO, "leo222");
    service.account(KIM, "kim223");
    service.awaitReady();
  }

  private static String publish(AccountId author, String text, String visibility) {
    Answer answer =
        service
            .as(author)
            .post("/api/v1/statuses", Map.of("status", text, "visibility", visibility));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.at("/id");
  }

  private static Answer asked(@Nullable AccountId reader, List<String> ids) {
    return service
        .as(reader)
        .get(ids.stream().map("id[]="::concat).collect(Collectors.joining("&", PATH + "?", "")));
  }

  @Test
  void they_come_in_the_order_asked_for_each_once() {
    String one = publish(EVA, "one", "public");
    String two = publish(LEO, "two", "public");
    assertThat(asked(null, List.of(two, "1", one, two, "words")).ids("")).containsExactly(two, one);
  }

  @Test
  void what_a_reader_may_not_see_is_left_out_and_what_is_deleted_too() {
    String open = publish(EVA, "for everyone", "public");
    String few = publish(EVA, "for followers", "private");
    String direct = publish(EVA, "@kim223 for one", "direct");
    String gone = publish(EVA, "not for long", "public");
    service.as(EVA).delete(PATH + "/" + gone);
    List<String> all = List.of(gone, direct, few, open);
    assertThat(asked(null, all).ids("")).containsExactly(open);
    assertThat(asked(LEO, all).ids("")).containsExactly(open);
    assertThat(asked(KIM, all).ids("")).containsExactly(direct, open);
    assertThat(asked(EVA, all).ids("")).containsExactly(direct, few, open);
  }

  @Test
  void a_boost_is_found_by_its_own_id() {
    String post = publish(EVA, "boost me", "public");
    String boost = service.as(LEO).post(PATH + "/" + post + "/reblog").at("/id");
    Answer both = asked(KIM, List.of(boost, post));
    assertThat(both.ids("")).containsExactly(boost, post);
    assertThat(both.at("/0/reblog/id")).isEqualTo(post);
  }

  @Test
  void twenty_are_a_request_and_one_more_is_refused() {
    List<String> twenty = Stream.iterate(1, i -> i + 1).limit(20).map(String::valueOf).toList();
    assertThat(asked(null, twenty).status()).isEqualTo(200);
    assertThat(asked(null, twenty).ids("")).isEmpty();
    Answer more = asked(null, Stream.concat(twenty.stream(), Stream.of("21")).toList());
    assertThat(more.status()).isEqualTo(422);
    assertThat(more.at("/error")).contains("20");
  }
}
