package isegoria.api.text;

/** Text as HTML text or as the value of a quoted attribute: the only door into the HTML. */
final class Escape {

  private Escape() {}

  static void into(StringBuilder html, String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
