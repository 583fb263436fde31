package isegoria.account.http;

import isegoria.account.crypto.RandomText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Pages without script and without anything loaded: text comes in only through {@link #text}, and
 * the one style sheet is named by its hash.
 */
final class Html {

  private static final String STYLE =
      """
      body{font:1.05rem/1.5 system-ui,sans-serif;max-width:26rem;margin:4rem auto;padding:0 1rem}
      body{color:#1d1d28;background:#fdfdfb}header{color:#5b5b66}h1{margin:.2rem 0 1.2rem}
      input[type=text],input[type=password]{width:100%;padding:.5rem;box-sizing:border-box}
      input{font:inherit;border:1px solid #8a8a94;border-radius:4px}
      label{display:block;margin:.8rem 0}button{padding:.5rem 1rem;margin:.8rem .5rem 0 0}
      button{font:inherit;border:1px solid #4636b5;border-radius:4px;background:#4636b5;color:#fff}
      code{word-break:break-all;font-size:1.1rem}.problem{color:#a00}
      """;

  /** Without form-action: some browsers would hold back the way home to the app. */
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; frame-ancestors 'none'"
          .formatted(styleHash());

  private Html() {}

  /** Text as text, or as the value of a quoted attribute. */
  static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Fields that a form carries along unseen. */
  static String hidden(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(text(field.getKey()), text(field.getValue())))
        .collect(Collectors.joining());
  }

  static ResponseEntity.BodyBuilder head(HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer");
  }

  /** A page; the title is text, the body is HTML. */
  static String page(String title, String body) {
    return """
    <!doctype html><html lang="en"><head><meta charset="utf-8">\
    <meta name="viewport" content="width=device-width, initial-scale=1">\
    <title>%s</title><style>%s</style></head><body><header>Isegoria</header>\
    <main><h1>%s</h1>%s</main></body></html>
    """
        .formatted(text(title), STYLE, text(title), body);
  }

  /** The hash as policies write it: not the one of addresses. */
  private static String styleHash() {
    String padded = RandomText.challenge(STYLE).replace('-', '+').replace('_', '/');
    return padded + "=";
  }
}
