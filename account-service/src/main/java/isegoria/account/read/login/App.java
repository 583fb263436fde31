package isegoria.account.read.login;

import isegoria.api.scope.Scopes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registered app: what it may ask for and where its people are sent back to. */
public record App(
    long id,
    String clientId,
    String name,
    @Nullable String website,
    List<String> redirectUris,
    Scopes scopes,
    String secretHash,
    Instant createdAt) {

  /** There is no redirect: the page shows the code for copying. */
  public static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

  public App {
    redirectUris = List.copyOf(redirectUris);
  }

  public boolean mayReturnTo(String redirectUri) {
    return redirectUris.contains(redirectUri);
  }

  @Override
  public String toString() {
    return "App[" + clientId + "]";
  }
}
