package isegoria.account.http;

import isegoria.account.crypto.RandomText;
import isegoria.account.read.account.Accounts;
import isegoria.account.read.login.App;
import isegoria.account.read.login.Apps;
import isegoria.account.read.login.AuthorizationCode;
import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Tokens;
import isegoria.account.write.account.Account.Open;
import isegoria.api.Origin;
import isegoria.edge.Params;
import isegoria.events.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages on which a person logs in and lets an app in, or does not. */
@RestController
public final class AuthorizeResource {

  private static final String AUTHORIZE = "/oauth/authorize";

  private final Apps apps;
  private final Tokens tokens;
  private final Accounts accounts;
  private final Authenticator authenticator;
  private final Session session;
  private final Origin origin;

  public AuthorizeResource(
      Apps apps,
      Tokens tokens,
      Accounts accounts,
      Authenticator authenticator,
      Session session,
      Origin origin) {
    this.apps = apps;
    this.tokens = tokens;
    this.accounts = accounts;
    this.authenticator = authenticator;
    this.session = session;
    this.origin = origin;
  }

  @GetMapping(AUTHORIZE)
  public ResponseEntity<String> showAuthorize(HttpServletRequest request, Params params) {
    Authorization asked = Authorization.of(apps, params);
    Optional<Open> person = session.account(request).flatMap(accounts::byId);
    if (person.isEmpty() || params.flag("force_login", false)) {
      return logInPage(request, query(asked.fields()), null, HttpStatus.OK);
    }
    boolean allowed =
        apps.allowed(person.get().id(), asked.app().id())
            .map(before -> before.cover(asked.scopes()))
            .orElse(false);
    return allowed ? granted(asked, person.get().id()) : consentPage(request, asked, person.get());
  }

  @GetMapping("/auth/sign_in")
  public ResponseEntity<String> showLogIn(HttpServletRequest request) {
    return logInPage(request, "", null, HttpStatus.OK);
  }

  @PostMapping("/auth/sign_in")
  public ResponseEntity<String> logIn(HttpServletRequest request, Params params) {
    if (!session.ours(request, params.text(Session.FORM_FIELD))) {
      return notOurs();
    }
    String next = params.text("next", "");
    Optional<Credential> person =
        authenticator.check(params.text("username", ""), params.text("password", ""));
    if (person.isEmpty()) {
      return logInPage(
          request, next, "That name or password is not right.", HttpStatus.UNPROCESSABLE_CONTENT);
    }
    // Only what stands behind the question mark is taken from the form, so it leads nowhere else.
    String to = next.isEmpty() ? origin.at("/") : origin.at(AUTHORIZE + "?" + next);
    return Html.head(HttpStatus.FOUND)
        .location(URI.create(to))
        .header(HttpHeaders.SET_COOKIE, session.begin(person.get().accountId()))
        .build();
  }

  @PostMapping("/auth/sign_out")
  public ResponseEntity<String> logOut(HttpServletRequest request, Params params) {
    if (!session.ours(request, params.text(Session.FORM_FIELD))) {
      return notOurs();
    }
    return Html.head(HttpStatus.FOUND)
        .location(URI.create(origin.at("/")))
        .header(HttpHeaders.SET_COOKIE, session.end(request))
        .build();
  }

  @PostMapping(AUTHORIZE)
  public ResponseEntity<String> decide(HttpServletRequest request, Params params) {
    if (params.text("_method", "").equalsIgnoreCase("delete")) {
      return deny(request, params);
    }
    Authorization asked = Authorization.of(apps, params);
    if (!session.ours(request, params.text(Session.FORM_FIELD))) {
      return notOurs();
    }
    Optional<AccountId> person = session.account(request).flatMap(accounts::byId).map(Open::id);
    if (person.isEmpty()) {
      return logInPage(request, query(asked.fields()), null, HttpStatus.OK);
    }
    apps.allow(person.get(), asked.app().id(), asked.scopes());
    return granted(asked, person.get());
  }

  @DeleteMapping(AUTHORIZE)
  public ResponseEntity<String> deny(HttpServletRequest request, Params params) {
    Authorization asked = Authorization.of(apps, params);
    if (!session.ours(request, params.text(Session.FORM_FIELD))) {
      return notOurs();
    }
    return refused(asked.redirectUri(), asked.state(), "access_denied", "The request was denied.");
  }

  /** A page that shows the code, for apps without a redirect address. */
  @GetMapping("/oauth/authorize/native")
  public ResponseEntity<String> showCode(Params params) {
    return Html.head(HttpStatus.OK)
        .body(
            Html.page(
                "Authorization code",
                "<p>Copy this code into the app.</p><p><code>%s</code></p>"
                    .formatted(Html.text(params.text("code", "")))));
  }

  @ExceptionHandler(Authorization.Wrong.class)
  public ResponseEntity<String> tellWrong(Authorization.Wrong wrong) {
    String redirectUri = wrong.redirectUri();
    String sentence = String.valueOf(wrong.getMessage());
    return redirectUri == null || redirectUri.equals(App.OUT_OF_BAND)
        ? Html.head(HttpStatus.BAD_REQUEST)
            .body(Html.page("This does not work", "<p>%s</p>".formatted(Html.text(sentence))))
        : refused(redirectUri, wrong.state(), wrong.code(), sentence);
  }

  private ResponseEntity<String> granted(Authorization asked, AccountId person) {
    String code = RandomText.secret();
    tokens.putCode(
        RandomText.hash(code),
        new AuthorizationCode(
            asked.app().id(), person, asked.redirectUri(), asked.scopes(), asked.challenge()));
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("code", code);
    return sentBack(asked.redirectUri(), asked.state(), answer);
  }

  private ResponseEntity<String> refused(
      String redirectUri, @Nullable String state, String error, String sentence) {
    if (redirectUri.equals(App.OUT_OF_BAND)) {
      return Html.head(HttpStatus.FORBIDDEN)
          .body(Html.page("Not authorized", "<p>%s</p>".formatted(Html.text(sentence))));
    }
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("error", error);
    answer.put("error_description", sentence);
    return sentBack(redirectUri, state, answer);
  }

  private ResponseEntity<String> sentBack(
      String redirectUri, @Nullable String state, Map<String, String> answer) {
    if (state != null) {
      answer.put("state", state);
    }
    String to =
        redirectUri.equals(App.OUT_OF_BAND) ? origin.at(AUTHORIZE + "/native") : redirectUri;
    String with = to.contains("?") ? "&" : "?";
    return Html.head(HttpStatus.FOUND).location(URI.create(to + with + query(answer))).build();
  }

  private ResponseEntity<String> logInPage(
      HttpServletRequest request, String next, @Nullable String problem, HttpStatus status) {
    String secret = session.formSecret(request);
    Map<String, String> carried = new LinkedHashMap<>();
    carried.put("next", next);
    carried.put(Session.FORM_FIELD, Session.formProof(secret));
    String body =
        """
        %s<form method="post" action="/auth/sign_in">%s\
        <label>Name or e-mail address\
        <input type="text" name="username" autocomplete="username" required autofocus></label>\
        <label>Password\
        <input type="password" name="password" autocomplete="current-password" required></label>\
        <button>Log in</button></form>\
        """
            .formatted(
                problem == null
                    ? ""
                    : "<p class=\"problem\" role=\"alert\">%s</p>".formatted(Html.text(problem)),
                Html.hidden(carried));
    return Html.head(status)
        .header(HttpHeaders.SET_COOKIE, session.formCookie(secret))
        .body(Html.page("Log in", body));
  }

  private ResponseEntity<String> consentPage(
      HttpServletRequest request, Authorization asked, Open person) {
    String secret = session.formSecret(request);
    Map<String, String> carried = asked.fields();
    carried.put(Session.FORM_FIELD, Session.formProof(secret));
    String scopes =
        asked.scopes().names().stream()
            .map(scope -> "<li><code>%s</code></li>".formatted(Html.text(scope)))
            .collect(Collectors.joining());
    String hidden = Html.hidden(carried);
    String body =
        """
        <p>%s wants to act for @%s:</p><ul>%s</ul>\
        <form method="post" action="/oauth/authorize">%s<button>Authorize</button></form>\
        <form method="post" action="/oauth/authorize">%s\
        <input type="hidden" name="_method" value="delete"><button>Deny</button></form>\
        """
            .formatted(
                Html.text(asked.app().name()),
                Html.text(person.username()),
                scopes,
                hidden,
                hidden);
    return Html.head(HttpStatus.OK)
        .header(HttpHeaders.SET_COOKIE, session.formCookie(secret))
        .body(Html.page("Authorize " + asked.app().name(), body));
  }

  private static ResponseEntity<String> notOurs() {
    return Html.head(HttpStatus.UNPROCESSABLE_CONTENT)
        .body(
            Html.page(
                "This form is too old",
                "<p>Go back, load the page again, and allow cookies for this server.</p>"));
  }

  private static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String raw) {
    return URLEncoder.encode(raw, StandardCharsets.UTF_8);
  }
}
