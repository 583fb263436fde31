package isegoria.tests.effect;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.MissingNode;

final class EffectRuleTest {
  private static final String FOLLOW = "POST /api/v1/accounts/{id}/follow";
  private static final String READ = "GET /api/v1/accounts/{id}/followers";

  private static final Answer FOLLOWED =
      answer(200, Call.post("/api/v1/accounts/7/follow").as("ana"));

  private static Answer answer(int status, Call call) {
    return new Answer(
        call, status, HttpHeaders.of(Map.of(), (_, _) -> true), "", MissingNode.getInstance());
  }

  private static Answer read(String path, String token) {
    return answer(200, Call.get(path).as(token));
  }

  @Test
  void a_write_that_another_token_reads_back_elsewhere_is_shown() {
    Answer seen = read("/api/v1/accounts/7/followers?limit=1", "bo");
    assertThat(EffectRule.unshown(List.of(FOLLOW, READ), List.of(FOLLOWED, seen))).isEmpty();
  }

  @Test
  void a_write_that_only_answered_is_not() {
    assertThat(EffectRule.unshown(List.of(FOLLOW), List.of(FOLLOWED))).hasSize(1);
  }

  @Test
  void nor_one_that_its_own_token_read_back() {
    Answer own = read("/api/v1/accounts/7/followers", "ana");
    assertThat(EffectRule.unshown(List.of(FOLLOW), List.of(FOLLOWED, own))).hasSize(1);
  }

  @Test
  void nor_one_that_was_read_before_it_was_done() {
    Answer seen = read("/api/v1/accounts/7/followers", "bo");
    assertThat(EffectRule.unshown(List.of(FOLLOW), List.of(seen, FOLLOWED))).hasSize(1);
  }

  @Test
  void nor_one_that_was_refused() {
    Answer refused = answer(501, Call.post("/api/v1/accounts/7/follow").as("ana"));
    Answer seen = read("/api/v1/accounts/7/followers", "bo");
    assertThat(EffectRule.unshown(List.of(FOLLOW), List.of(refused, seen))).hasSize(1);
  }

  @Test
  void an_endpoint_that_is_not_listed_is_a_slip_of_the_pen() {
    Answer seen = read("/api/v1/accounts/7/followers", "bo");
    assertThat(EffectRule.unshown(List.of("GET /api/v1/followers"), List.of(seen)))
        .containsExactly("GET /api/v1/followers: not listed");
  }
}
