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
 */
final class TextScanner {

  /** The longest name that is looked up; a longer run of name characters is just words. */
  private static final int NAME_CHARACTERS_MAX = 30;

  /** The longest host name in the DNS. */
  private static final int DOMAIN_CHARACTERS_MAX = 253;

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
      } else if (c == '#' && !joinsTag(at)) {
        end = tag(at, to);
      }
      at = Math.max(end, at + 1);
    }
  }

  /** Where the mention at this sign ends, or the sign's own index when there is none. */
  private int mention(int sign, int to) {
    int end = trimmed(sign + 1, run(sign + 1, to, TextScanner::isNamePart));
    int length = end - sign - 1;
    if (length == 0 || length > NAME_CHARACTERS_MAX || !isNameLetter(text.charAt(sign + 1))) {
      return sign;
    }
    String name = text.substring(sign + 1, end);
    if (end < to && text.charAt(end) == '@') {
      int domainEnd = trimmed(end + 1, run(end + 1, to, TextScanner::isDomainPart));
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
    int end = sign + 1;
    boolean lettered = false;
    while (end < to) {
      int c = text.codePointAt(end);
      boolean first = end == sign + 1;
      if (!isTagPart(c) || (first && !isTagStart(c))) {
        break;
      }
      lettered |= Character.isLetter(c);
      end += Character.charCount(c);
    }
    while (end > sign + 1 && isTagDot(text.charAt(end - 1))) {
      end--;
    }
    String written = text.substring(sign + 1, end);
    if (!lettered || written.length() > Hashtag.CHARACTERS_MAX) {
      return sign;
    }
    return found(sign, end, new TextPart.Tag(text.substring(sign, end), Hashtag.of(written)));
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

  private boolean joinsName(int at) {
    return at > 0 && (isWordBefore(at) || "=/@.".indexOf(text.charAt(at - 1)) >= 0);
  }

  private boolean joinsTag(int at) {
    return at > 0 && (isWordBefore(at) || "=/)&#".indexOf(text.charAt(at - 1)) >= 0);
  }

  private boolean isWordBefore(int at) {
    int before = text.codePointBefore(at);
    return Character.isLetterOrDigit(before) || before == '_';
  }

  private int run(int from, int to, IntPredicate belongs) {
    int end = from;
    while (end < to && belongs.test(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Without the dots and dashes at the end: they close a sentence, not a name. */
  private int trimmed(int from, int end) {
    int last = end;
    while (last > from && (text.charAt(last - 1) == '.' || text.charAt(last - 1) == '-')) {
      last--;
    }
    return last;
  }

  private static boolean isNameLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean isNamePart(int c) {
    return isNameLetter(c) || c == '.' || c == '-';
  }

  private static boolean isDomainPart(int c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  private static boolean isTagStart(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isTagPart(int c) {
    int type = Character.getType(c);
    return isTagStart(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || isTagDot(c);
  }

  /** Middle dots and the zero-width non-joiner hold words together in several languages. */
  private static boolean isTagDot(int c) {
    return c == '\u00B7' || c == '\u30FB' || c == '\u200C';
  }
}
