package isegoria.edge;

import isegoria.api.ApiJson;
import isegoria.api.endpoint.Access;
import isegoria.api.endpoint.Unbuilt;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/**
 * Stands in for the resource of an endpoint that is not built: who may not ask is told so first.
 */
@ReadsViews({})
final class UnbuiltEndpoint {

  private final Access access;
  private final int status;
  private final JsonNode body;

  UnbuiltEndpoint(Access access, Unbuilt answer) {
    this.access = access;
    this.status = answer.status();
    this.body = ApiJson.MAPPER.readTree(answer.body());
  }

  public ResponseEntity<JsonNode> answer(Viewer viewer) {
    admit(viewer);
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private void admit(Viewer viewer) {
    boolean anonymous = viewer.isAnonymous() && access.caller() == Access.Caller.PUBLIC;
    if (!anonymous && !access.scopes().isEmpty()) {
      viewer.requireScope(access.scopes().toArray(String[]::new));
    }
    switch (access.caller()) {
      case PUBLIC -> {}
      case APP -> viewer.requireToken();
      case USER -> viewer.account();
      case STAFF -> viewer.require(Role.MODERATOR, access.scopes().toArray(String[]::new));
    }
  }
}
