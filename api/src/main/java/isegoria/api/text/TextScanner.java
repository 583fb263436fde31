package isegoria.api.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/**
 * Finds links, mentions and tags in a text, in one pass over its characters. Links come first: what
 * looks like a tag inside an address is part of the address.
 *
 * <p>Where names and tags begin and end is Mastodon's rule (its {@code MENTION_RE} and {@code
 * HASHTAG_RE}), since clients highlight by it while people type.
 */
final class TextScanner {

  /** The longest name that is looked up; a longer run of name characters is just words. */
  private static final int NAME_CHARACTERS_MAX = 30;

  /** The longest host name in the DNS. */
  private static final int DOMAIN_CHARACTERS_MAX = 253;

  /** How East Asian keyboards type the sign of a tag. */
  static final char FULL_WIDTH_SIGN = '\uFF03';

  private static final LinkExtractor LINKS =
      LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

  private final String text;
  private final List<TextPart> parts = new ArrayList<>();
  private int wordsFrom;

  private TextScanner(String text) {
    this.text = text;
  }

  static List<TextPart> parts(String text) {
    var scan = new TextScanner(text);
    int from = 0;
    for (LinkSpan link : LINKS.extractLinks(text)) {
      if (isWeb(text, link)) {
        scan.namesAndTags(from, link.getBeginIndex());
        scan.found(link.getBeginIndex(), link.getEndIndex(), new TextPart.Link(cut(text, link)));
        from = link.getEndIndex();
      }
    }
    scan.namesAndTags(from, text.length());
    scan.words(text.length());
    return scan.parts;
  }

  /** An address that carries a user name is not linked: it looks like a site that it is not. */
  private static boolean isWeb(String text, LinkSpan link) {
    String url = cut(text, link);
    boolean web = url.regionMatches(true, 0, "https://", 0, 8);
    web |= url.regionMatches(true, 0, "http://", 0, 7);
    return web && hasHost(url) && !hasUser(url);
  }

  private static boolean hasHost(String url) {
    int first = url.codePointAt(url.indexOf("://") + 3);
    return Character.isLetterOrDigit(first) || first == '[';
  }

  private static boolean hasUser(String url) {
    for (int at = url.indexOf("://") + 3; at < url.length(); at++) {
      char c = url.charAt(at);
      if (c == '@') {
        return true;
      }
      if (c == '/' || c == '?' || c == '#') {
        return false;
      }
    }
    return false;
  }

  private static String cut(String text, LinkSpan link) {
    return text.substring(link.getBeginIndex(), link.getEndIndex());
  }

  private void namesAndTags(int from, int to) {
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      int end = at;
      if (c == '@' && !joinsName(at)) {
        end = mention(at, to);
      } else if (isTagSign(c) && startsWord(at)) {
        end = tag(at, to);
      }
      at = Math.max(end, at + 1);
    }
  }

  /** Where the mention at this sign ends, or the sign's own index when there is none. */
  private int mention(int sign, int to) {
    int end = run(sign + 1, to, TextScanner::isNameLetter, TextScanner::isJoint);
    int length = end - sign - 1;
    if (length == 0 || length > NAME_CHARACTERS_MAX) {
      return sign;
    }
    String name = text.substring(sign + 1, end);
    if (end < to && text.charAt(end) == '@') {
      int domainEnd = run(end + 1, to, TextScanner::isWord, TextScanner::isJoint);
      int domainLength = domainEnd - end - 1;
      if (domainLength > 0 && domainLength <= DOMAIN_CHARACTERS_MAX) {
        var mention = new Mention(name, text.substring(end + 1, domainEnd));
        return found(sign, domainEnd, new TextPart.At(text.substring(sign, domainEnd), mention));
      }
    }
    var mention = new Mention(name, null);
    return found(sign, end, new TextPart.At(text.substring(sign, end), mention));
  }

  /** Where the tag at this sign ends, or the sign's own index when there is none. */
  private int tag(int sign, int to) {
    int end = run(sign + 1, to, TextScanner::isWord, TextScanner::isTagDot);
    String written = text.substring(sign + 1, end);
    if (written.length() > Hashtag.CHARACTERS_MAX || !isTagName(written)) {
      return sign;
    }
    return found(sign, end, new TextPart.Tag(text.substring(sign, end), Hashtag.of(written)));
  }

  /** Digits alone name nothing: a letter stands somewhere, or a separator between two others. */
  private static boolean isTagName(String written) {
    int[] letters = written.codePoints().toArray();
    for (int at = 0; at < letters.length; at++) {
      boolean inside = at > 0 && at < letters.length - 1;
      if (Character.isAlphabetic(letters[at])
          || (inside && (letters[at] == '_' || isTagDot(letters[at])))) {
        return true;
      }
    }
    return false;
  }

  private int found(int from, int to, TextPart part) {
    words(from);
    parts.add(part);
    wordsFrom = to;
    return to;
  }

  private void words(int to) {
    if (wordsFrom < to) {
      parts.add(new TextPart.Words(text.substring(wordsFrom, to)));
    }
    wordsFrom = to;
  }

  /** What stands before the sign makes it part of an address, a path or an assignment. */
  private boolean joinsName(int at) {
    if (at == 0) {
      return false;
    }
    int before = text.codePointBefore(at);
    return isWord(before) || before == '=' || before == '/';
  }

  private boolean startsWord(int at) {
    if (at == 0) {
      return true;
    }
    int before = text.codePointBefore(at);
    return Character.isWhitespace(before) || Character.isSpaceChar(before);
  }

  /** Where letters, and joints between letters, end: at the start itself when none begins there. */
  private int run(int from, int to, IntPredicate letter, IntPredicate joint) {
    int end = from;
    int at = from;
    while (at < to) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (letter.test(c)) {
        end = at;
      } else if (end == from || !joint.test(c)) {
        break;
      }
    }
    return end;
  }

  private static boolean isNameLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** Dots and dashes join the parts of a name; at its end they close a sentence. */
  private static boolean isJoint(int c) {
    return c == '.' || c == '-';
  }

  /** A letter, mark, digit or connector: Unicode's word characters. */
  private static boolean isWord(int c) {
    return Character.isAlphabetic(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.CONNECTOR_PUNCTUATION ->
              true;
          default -> false;
        };
  }

  private static boolean isTagSign(char c) {
    return c == '#' || c == FULL_WIDTH_SIGN;
  }

  /** Middle dots and the zero-width non-joiner hold words together in several languages. */
  private static boolean isTagDot(int c) {
    return c == '\u00B7' || c == '\u30FB' || c == '\u200C';
  }
}
