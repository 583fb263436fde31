package isegoria.tests.sweep;

import isegoria.tests.client.Answer;
import isegoria.tests.client.Call;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The way of a browser: log in on the pages, agree, take the code home, exchange it. */
final class LogInPages {
  private static final Pattern PROOF =
      Pattern.compile("name=\"authenticity_token\" value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final String SCOPE = "read";

  private final Registration by;
  private final Map<String, String> cookies = new HashMap<>();

  LogInPages(Registration by) {
    this.by = by;
  }

  /** Goes all the way; what it learns on it are marks. */
  void walk(String eMail, String password, String wrongPassword) throws IOException {
    Map<String, String> asked =
        Map.of(
            "client_id",
            by.app().clientId(),
            "response_type",
            "code",
            "redirect_uri",
            Registration.BACK,
            "scope",
            SCOPE);
    String query = query(asked);
    Answer page = kept(send(Call.get("/oauth/authorize?" + query)));
    send(signingIn(page, eMail, wrongPassword, query)).expect(422);
    kept(send(signingIn(page, eMail, password, query)).expect(302));
    Answer consent = kept(send(Call.get("/oauth/authorize?" + query)));
    Map<String, String> agreed = new HashMap<>(asked);
    agreed.put("authenticity_token", found(PROOF, consent.body()));
    Answer back = send(Call.post("/oauth/authorize").form(agreed)).expect(302);
    String code = found(CODE, back.headers().firstValue("Location").orElse(""));
    by.marks().learned(MarkKind.AUTHORIZATION_CODE, "", code);
    Answer token =
        by.api()
            .ok(
                Call.post("/oauth/token")
                    .form(
                        Map.of(
                            "grant_type",
                            "authorization_code",
                            "client_id",
                            by.app().clientId(),
                            "client_secret",
                            by.app().clientSecret(),
                            "redirect_uri",
                            Registration.BACK,
                            "code",
                            code)));
    by.marks().learned(MarkKind.ACCESS_TOKEN, "by code", token.text("access_token"));
    cookies.values().forEach(each -> by.marks().learned(MarkKind.LOG_IN_COOKIE, "", each));
  }

  private static Call signingIn(Answer page, String eMail, String password, String next) {
    return Call.post("/auth/sign_in")
        .form(
            Map.of(
                "username", eMail,
                "password", password,
                "next", next,
                "authenticity_token", found(PROOF, page.body())));
  }

  private static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + Call.encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private Answer send(Call call) throws IOException {
    String line =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return by.api().raw(line.isEmpty() ? call : call.header("Cookie", line));
  }

  private Answer kept(Answer answer) {
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    return answer;
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("page: without " + pattern + " (expected: one)");
    }
    return matcher.group(1);
  }
}
