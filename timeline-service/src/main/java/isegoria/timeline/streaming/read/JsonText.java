package isegoria.timeline.streaming.read;

/** Text in quotes, as JSON wants it: a payload is JSON inside of JSON. */
final class JsonText {

  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  static void append(StringBuilder to, String text) {
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '"', '\\' -> to.append('\\').append(each);
        case '\n' -> to.append("\\n");
        default -> {
          if (each < ' ') {
            to.append("\\u00").append(HEX.charAt(each >> 4)).append(HEX.charAt(each & 0xF));
          } else {
            to.append(each);
          }
        }
      }
    }
    to.append('"');
  }
}
