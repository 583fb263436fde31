package isegoria.api.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The tags written in a text: the tag feeds it belongs to. */
public final class Hashtags {

  private Hashtags() {}

  /** The tag of a path or a query, with or without the sign; empty where no text can hold it. */
  public static Optional<Hashtag> named(String written) {
    String name = Hashtag.nameOf(written);
    return find("#" + name).stream().filter(tag -> tag.name().equals(name)).findAny();
  }

  /** Each tag once, in the order of the text, under its first spelling. */
  public static List<Hashtag> find(String text) {
    if (text.indexOf('#') < 0 && text.indexOf(TextScanner.FULL_WIDTH_SIGN) < 0) {
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
