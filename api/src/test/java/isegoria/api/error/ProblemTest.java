package isegoria.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.ApiJson;
import isegoria.api.entity.ApiError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProblemTest {

  @Test
  void a_refusal_has_one_key() {
    assertThat(ApiJson.write(Problem.NOT_FOUND.body()))
        .isEqualTo("{\"error\":\"Record not found\"}");
  }

  @Test
  void an_unknown_client_is_told_in_words_that_clients_look_for() {
    assertThat(ApiJson.write(OAuthProblem.INVALID_CLIENT.body()))
        .startsWith(
            "{\"error\":\"invalid_client\","
                + "\"error_description\":\"Client authentication failed");
  }

  @Test
  void a_sign_up_names_each_field() {
    var body =
        ApiError.of(
            Problem.validation("Username has already been taken"),
            Map.of("username", List.of(FieldProblem.ERR_TAKEN.detail())));
    assertThat(ApiJson.write(body))
        .isEqualTo(
            "{\"error\":\"Validation failed: Username has already been taken\",\"details\":"
                + "{\"username\":[{\"error\":\"ERR_TAKEN\","
                + "\"description\":\"has already been taken\"}]}}");
  }
}
