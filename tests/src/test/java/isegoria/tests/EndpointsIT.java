package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.endpoint.Access.Caller;
import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import isegoria.api.endpoint.Unbuilt;
import isegoria.tests.client.Answer;
import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every endpoint that clients know, through the gateway. */
final class EndpointsIT {
  private final Shared system = Shared.system();
  private final Api api = system.api();

  @Test
  void what_is_not_built_says_so_and_what_is_built_does_not() {
    Person moderator = Staff.moderator(system, "asks");
    var wrong = new ArrayList<String>();
    for (Endpoint endpoint : Endpoints.all()) {
      if (endpoint.isStream() || endpoint.path().startsWith("/oauth")) {
        continue;
      }
      Call call = Call.of(endpoint.method(), endpoint.example("1")).as(moderator.token());
      Answer answer = answered(call);
      Unbuilt unbuilt = endpoint.unbuilt();
      boolean right =
          unbuilt == null
              ? answer.status() != Answer.NOT_BUILT && answer.status() != 405
              : answer.status() == unbuilt.status() && answer.body().equals(unbuilt.body());
      if (!right) {
        wrong.add("%s: %d %s".formatted(endpoint.name(), answer.status(), answer.body()));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void without_a_token_only_the_public_ones_answer() {
    List<String> open =
        Endpoints.all().stream()
            .filter(endpoint -> endpoint.access().caller() != Caller.PUBLIC)
            .filter(endpoint -> !endpoint.isStream())
            .filter(endpoint ->
                answered(Call.of(endpoint.method(), endpoint.example("1"))).status() != 401)
            .map(Endpoint::name)
            .toList();
    assertThat(open).isEmpty();
  }

  private Answer answered(Call call) {
    try {
      return api.raw(call);
    } catch (java.io.IOException e) {
      throw new AssertionError(call.toString(), e);
    }
  }
}
