package isegoria.api.text;

import java.util.LinkedHashMap;
import java.util.List;

/** The names written in a text: what has to be looked up before it can be rendered. */
public final class Mentions {

  private Mentions() {}

  /** Each name once, in the order of the text, under its first spelling. */
  public static List<Mention> find(String text) {
    if (text.indexOf('@') < 0) {
      return List.of();
    }
    var found = new LinkedHashMap<String, Mention>();
    for (TextPart part : TextScanner.parts(text)) {
      if (part instanceof TextPart.At(_, Mention mention)) {
        found.putIfAbsent(mention.key(), mention);
      }
    }
    return List.copyOf(found.values());
  }
}
