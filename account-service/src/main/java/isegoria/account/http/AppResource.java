package isegoria.account.http;

import isegoria.account.crypto.RandomText;
import isegoria.account.read.login.App;
import isegoria.account.read.login.Apps;
import isegoria.api.entity.Application;
import isegoria.api.entity.CredentialApplication;
import isegoria.api.error.Problem;
import isegoria.api.scope.Scopes;
import isegoria.edge.ApiException;
import isegoria.edge.Ids;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registering an app. Every app has a secret. */
@RestController
@RequestMapping("/api/v1/apps")
public final class AppResource {

  private static final int NAME_MAX = 120;
  private static final int WEBSITE_MAX = 2_000;
  private static final int REDIRECT_URI_MAX = 2_000;
  private static final int REDIRECT_URIS_MAX = 20;

  private static final Set<String> SCHEMES_REFUSED = Set.of("data", "vbscript", "javascript");

  private final Apps apps;
  private final Ids ids;
  private final Clock clock;

  public AppResource(Apps apps, Ids ids, Clock clock) {
    this.apps = apps;
    this.ids = ids;
    this.clock = clock;
  }

  @PostMapping
  public CredentialApplication register(Params params) {
    String name = params.text("client_name", "").strip();
    if (name.isEmpty()) {
      throw ApiException.invalid("Application name can't be blank");
    }
    String website = params.text("website");
    if (name.length() > NAME_MAX || (website != null && website.length() > WEBSITE_MAX)) {
      throw ApiException.invalid("Application name or website is too long");
    }
    Scopes scopes =
        Scopes.parse(params.text("scopes", "read"))
            .filter(given -> !given.isEmpty())
            .orElseThrow(
                () -> ApiException.invalid("Scopes doesn't match configured on the server."));
    String clientSecret = RandomText.secret();
    App app =
        new App(
            ids.next(),
            RandomText.secret(),
            name,
            website == null || website.isBlank() ? null : website,
            redirectUris(params),
            scopes,
            RandomText.hash(clientSecret),
            clock.instant());
    apps.put(app);
    return new CredentialApplication(view(app), app.clientId(), clientSecret, 0);
  }

  @GetMapping("/verify_credentials")
  public Application getOwn(Viewer viewer) {
    viewer.requireToken();
    String id = viewer.appId();
    return apps.byId(id == null ? 0 : Long.parseLong(id))
        .map(AppResource::view)
        .orElseThrow(() -> new ApiException(Problem.TOKEN_INVALID));
  }

  private static List<String> redirectUris(Params params) {
    List<String> uris =
        params.list("redirect_uris").stream()
            .flatMap(each -> Stream.of(each.strip().split("\\s+", -1)))
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList();
    if (uris.isEmpty()) {
      throw ApiException.invalid("Redirect URI can't be blank");
    }
    if (uris.size() > REDIRECT_URIS_MAX) {
      throw ApiException.invalid("Redirect URI is too long");
    }
    uris.forEach(AppResource::requireUsable);
    return uris;
  }

  private static void requireUsable(String uri) {
    try {
      URI parsed = new URI(uri);
      String scheme = parsed.getScheme();
      if (scheme == null
          || uri.length() > REDIRECT_URI_MAX
          || parsed.getRawFragment() != null
          || SCHEMES_REFUSED.contains(scheme.toLowerCase(Locale.ROOT))) {
        throw ApiException.invalid("Redirect URI must be an absolute URI.");
      }
    } catch (URISyntaxException e) {
      throw ApiException.invalid("Redirect URI must be an absolute URI.");
    }
  }

  static Application view(App app) {
    return new Application(
        Long.toString(app.id()),
        app.name(),
        app.website(),
        app.scopes().names(),
        app.redirectUris(),
        String.join("\n", app.redirectUris()),
        "");
  }
}
