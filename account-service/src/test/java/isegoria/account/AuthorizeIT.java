package isegoria.account;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.account.RunningService.Answer;
import isegoria.account.crypto.RandomText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuthorizeIT {

  private static final String HOME = "http://localhost:9999/back?x=1";
  private static final String PASSWORD = "a long password";
  private static final Pattern PROOF =
      Pattern.compile("name=\"authenticity_token\" value=\"([0-9a-f]+)\"");

  @SuppressWarnings("NullAway.Init") // JUnit calls start first.
  private RunningService service;

  private Map<String, String> app = Map.of();
  private final Map<String, String> cookies = new HashMap<>();
  private final String name = "page_" + Long.toString(System.nanoTime(), 36);

  @BeforeAll
  void start() throws Exception {
    service = RunningService.shared();
    Answer registered =
        service
            .nobody()
            .post(
                "/api/v1/apps",
                Map.of(
                    "client_name", "<Pages>",
                    "redirect_uris", HOME + "\n" + RunningService.OUT_OF_BAND,
                    "scopes", "read write"));
    app =
        Map.of(
            "client_id", registered.at("/client_id"),
            "client_secret", registered.at("/client_secret"));
    Answer created =
        service
            .operator()
            .post(
                "/internal/operator/accounts",
                Map.of("username", name, "email", name + "@example.org", "password", PASSWORD));
    assertThat(created.status()).as(created.text()).isEqualTo(200);
  }

  private RunningService.Client browser() {
    String line =
        cookies.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("; "));
    return line.isEmpty() ? service.nobody() : service.nobody().with("Cookie", line);
  }

  private Answer kept(Answer answer) {
    for (var header : answer.headers().entrySet()) {
      if (header.getKey().equalsIgnoreCase("set-cookie")) {
        for (String cookie : header.getValue()) {
          assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
          String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
          cookies.put(pair[0], pair[1]);
        }
      }
    }
    return answer;
  }

  private static String proof(Answer page) {
    Matcher matcher = PROOF.matcher(page.text());
    assertThat(matcher.find()).as(page.text()).isTrue();
    return matcher.group(1);
  }

  private String query(Map<String, String> more) {
    Map<String, String> query = new HashMap<>(more);
    query.put("client_id", String.valueOf(app.get("client_id")));
    query.put("response_type", "code");
    return query.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private void logIn(String query) {
    Answer page = kept(browser().get("/oauth/authorize?" + query));
    assertThat(page.text()).contains("Log in");
    Answer wrong =
        browser()
            .form(
                "/auth/sign_in",
                Map.of("username", name, "password", "wrong", "authenticity_token", proof(page)));
    assertThat(wrong.status()).isEqualTo(422);
    Answer right =
        kept(
            browser()
                .form(
                    "/auth/sign_in",
                    Map.of(
                        "username", name,
                        "password", PASSWORD,
                        "next", query,
                        "authenticity_token", proof(page))));
    assertThat(right.status()).isEqualTo(302);
    assertThat(right.header("location")).startsWith(RunningService.ORIGIN + "/oauth/authorize?");
  }

  @Test
  void a_place_to_go_next_that_is_no_query_is_ignored() {
    Answer page = kept(browser().get("/auth/sign_in"));
    for (String next : new String[] {"/\\x", "a\r\nSet-Cookie: b=c", "%zz", "a b", "^"}) {
      Answer answer =
          browser()
              .form(
                  "/auth/sign_in",
                  Map.of(
                      "username", name,
                      "password", PASSWORD,
                      "next", next,
                      "authenticity_token", proof(page)));
      assertThat(answer.status()).as(next).isEqualTo(302);
      assertThat(answer.header("location")).as(next).isEqualTo(RunningService.ORIGIN + "/");
    }
  }

  private Answer exchange(Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(app);
    fields.put("grant_type", "authorization_code");
    fields.putAll(more);
    return service.nobody().post("/oauth/token", fields);
  }

  private static String parameter(String address, String parameter) {
    Matcher matcher = Pattern.compile("[?&]" + parameter + "=([^&]+)").matcher(address);
    assertThat(matcher.find()).as(address).isTrue();
    return matcher.group(1);
  }

  @Test
  void a_person_logs_in_agrees_and_the_app_gets_a_token_once() {
    cookies.clear();
    String verifier = RandomText.secret();
    String query =
        query(
            Map.of(
                "redirect_uri", HOME,
                "scope", "read write:follows",
                "state", "s t",
                "code_challenge", RandomText.challenge(verifier),
                "code_challenge_method", "S256"));
    logIn(query);
    Answer consent = kept(browser().get("/oauth/authorize?" + query));
    assertThat(consent.text()).contains("&lt;Pages&gt;").contains("Deny");
    assertThat(consent.header("content-security-policy")).contains("default-src 'none'");

    Map<String, String> form = new HashMap<>(Map.of("authenticity_token", proof(consent)));
    form.put("client_id", String.valueOf(app.get("client_id")));
    form.putAll(
        Map.of(
            "response_type", "code",
            "redirect_uri", HOME,
            "scope", "read write:follows",
            "state", "s t",
            "code_challenge", RandomText.challenge(verifier),
            "code_challenge_method", "S256"));
    Map<String, String> denied = new HashMap<>(form);
    denied.put("_method", "delete");
    assertThat(browser().form("/oauth/authorize", denied).header("location"))
        .startsWith(HOME + "&error=access_denied");
    Map<String, String> forged = new HashMap<>(form);
    forged.put("authenticity_token", "0");
    assertThat(browser().form("/oauth/authorize", forged).status()).isEqualTo(422);

    String back = browser().form("/oauth/authorize", form).header("location");
    assertThat(back).startsWith(HOME + "&code=").contains("state=s+t");
    String code = parameter(back, "code");
    Answer token = exchange(Map.of("code", code, "redirect_uri", HOME, "code_verifier", verifier));
    assertThat(token.status()).as(token.text()).isEqualTo(200);
    assertThat(token.at("/scope")).isEqualTo("read write:follows");
    Answer own = service.as(token.at("/access_token")).get("/api/v1/accounts/verify_credentials");
    assertThat(own.at("/username")).isEqualTo(name);
    Answer again = exchange(Map.of("code", code, "redirect_uri", HOME, "code_verifier", verifier));
    assertThat(again.at("/error")).isEqualTo("invalid_grant");

    // Whoever has agreed once is not asked again, and a code without its proof is worth nothing.
    String next = browser().get("/oauth/authorize?" + query).header("location");
    Answer unproven = exchange(Map.of("code", parameter(next, "code"), "redirect_uri", HOME));
    assertThat(unproven.at("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void out_of_band_the_code_is_shown() {
    cookies.clear();
    String query =
        query(Map.of("redirect_uri", RunningService.OUT_OF_BAND, "scope", "write:media"));
    logIn(query);
    Answer consent = kept(browser().get("/oauth/authorize?" + query));
    Map<String, String> form = new HashMap<>(Map.of("authenticity_token", proof(consent)));
    form.put("client_id", String.valueOf(app.get("client_id")));
    form.put("response_type", "code");
    form.put("redirect_uri", RunningService.OUT_OF_BAND);
    form.put("scope", "write:media");
    String to = browser().form("/oauth/authorize", form).header("location");
    assertThat(to).startsWith(RunningService.ORIGIN + "/oauth/authorize/native?code=");
    String code = parameter(to, "code");
    assertThat(service.nobody().get(to.substring(RunningService.ORIGIN.length())).text())
        .contains("<code>" + code + "</code>");
    Answer token = exchange(Map.of("code", code, "redirect_uri", RunningService.OUT_OF_BAND));
    assertThat(token.at("/scope")).isEqualTo("write:media");
  }

  @Test
  void nobody_is_sent_to_an_address_that_is_not_the_apps() {
    Answer stranger =
        service
            .nobody()
            .get("/oauth/authorize?" + query(Map.of("redirect_uri", "https://evil.example/")));
    assertThat(stranger.status()).isEqualTo(400);
    assertThat(stranger.header("location")).isEmpty();
    Answer plain =
        service
            .nobody()
            .get(
                "/oauth/authorize?"
                    + query(
                        Map.of(
                            "redirect_uri", HOME,
                            "code_challenge", "x",
                            "code_challenge_method", "plain")));
    assertThat(plain.header("location")).startsWith(HOME + "&error=invalid_request");
  }

  @Test
  void the_metadata_says_what_apps_look_for() {
    Answer metadata = service.nobody().get("/.well-known/oauth-authorization-server");
    assertThat(metadata.text()).contains("S256").contains("\"authorization_code\"");
  }

  @Test
  void an_app_has_a_name_that_shows_and_a_website_on_the_web() {
    Map<String, String> fields =
        Map.of("client_name", "app", "redirect_uris", RunningService.OUT_OF_BAND);
    for (Map.Entry<String, String> wrong :
        List.of(
            Map.entry("website", "javascript:alert(1)"),
            Map.entry("client_name", "\u2800"),
            Map.entry("redirect_uris", "file:///x"))) {
      Map<String, String> sent = new HashMap<>(fields);
      sent.put(wrong.getKey(), wrong.getValue());
      Answer answer = service.nobody().post("/api/v1/apps", sent);
      assertThat(answer.status()).as(wrong + ": " + answer.text()).isEqualTo(422);
    }
  }
}
