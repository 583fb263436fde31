package isegoria.account.http;

import isegoria.account.crypto.RandomText;
import isegoria.account.read.login.App;
import isegoria.account.read.login.Apps;
import isegoria.api.entity.Application;
import isegoria.api.entity.CredentialApplication;
import isegoria.api.error.Problem;
import isegoria.api.scope.Scopes;
import isegoria.api.text.Characters;
import isegoria.edge.ApiException;
import isegoria.edge.Ids;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import java.time.Clock;
import java.util.List;
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
    String name = Characters.regularLine(params.text("client_name", ""));
    if (name.isEmpty()) {
      throw ApiException.invalid("Application name can't be blank");
    }
    String website = params.text("website", "").strip();
    if (name.length() > NAME_MAX || website.length() > WEBSITE_MAX) {
      throw ApiException.invalid("Application name or website is too long");
    }
    if (!website.isEmpty() && !WebAddress.isOne(website)) {
      throw ApiException.invalid("Website is not a valid URL");
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
            website.isEmpty() ? null : website,
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
    if (uri.length() > REDIRECT_URI_MAX || !WebAddress.isRedirectUri(uri)) {
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
