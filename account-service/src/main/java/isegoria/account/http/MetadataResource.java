package isegoria.account.http;

import isegoria.api.Origin;
import isegoria.api.scope.Scopes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this server can do, for apps that ask before they begin. */
@RestController
public final class MetadataResource {

  private final Origin origin;
  private final FeatureFlags featureFlags;

  public MetadataResource(Origin origin, FeatureFlags featureFlags) {
    this.origin = origin;
    this.featureFlags = featureFlags;
  }

  @GetMapping("/.well-known/oauth-authorization-server")
  public Map<String, Object> getMetadata() {
    List<String> grants = new ArrayList<>(List.of("authorization_code", "client_credentials"));
    if (featureFlags.passwordGrant()) {
      grants.add("password");
    }
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("issuer", origin.at("/"));
    metadata.put("service_documentation", origin.at("/about"));
    metadata.put("authorization_endpoint", origin.at("/oauth/authorize"));
    metadata.put("token_endpoint", origin.at("/oauth/token"));
    metadata.put("app_registration_endpoint", origin.at("/api/v1/apps"));
    metadata.put("revocation_endpoint", origin.at("/oauth/revoke"));
    metadata.put("userinfo_endpoint", origin.at("/oauth/userinfo"));
    metadata.put("scopes_supported", Scopes.SUPPORTED);
    metadata.put("response_types_supported", List.of("code"));
    metadata.put("response_modes_supported", List.of("query"));
    metadata.put("grant_types_supported", grants);
    metadata.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post"));
    metadata.put("code_challenge_methods_supported", List.of("S256"));
    return metadata;
  }
}
