package isegoria.api.text;

import java.util.LinkedHashMap;
import java.util.List;

/** The tags written in a text: the tag feeds it belongs to. */
public final class Hashtags {

  private Hashtags() {}

  /** Each tag once, in the order of the text, under its first spelling. */
  public static List<Hashtag> find(String text) {
    if (text.indexOf('#') < 0) {
      return List.of();
    }
    var found = new LinkedHashMap<String, Hashtag>();
    for (TextPart part : TextScanner.parts(text)) {
      if (part instanceof TextPart.Tag(_, Hashtag hashtag)) {
        found.putIfAbsent(hashtag.name(), hashtag);
      }
    }
    return List.copyOf(found.values());
  }
}
