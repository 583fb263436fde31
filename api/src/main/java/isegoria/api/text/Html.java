package isegoria.api.text;

import isegoria.api.Origin;
import java.util.Map;

/** Writes the parts of one text as HTML; the tags and classes are those that clients style. */
final class Html {

  /** Characters of an address that stay visible; the rest is there for copying. */
  private static final int LINK_CHARACTERS_SHOWN = 30;

  private final StringBuilder html = new StringBuilder();
  private final Map<String, MentionTarget> mentions;
  private final Origin origin;
  private final String relation;

  Html(Map<String, MentionTarget> mentions, Origin origin, String relation) {
    this.mentions = mentions;
    this.origin = origin;
    this.relation = relation;
  }

  /** Blank lines part paragraphs, other line ends are breaks. */
  String paragraphs(String text) {
    boolean open = false;
    for (String line : text.split("\n", -1)) {
      if (line.isBlank()) {
        html.append(open ? "</p>" : "");
        open = false;
      } else {
        html.append(open ? "<br>" : "<p>");
        open = true;
        parts(line);
      }
    }
    return html.append(open ? "</p>" : "").toString();
  }

  String line(String text) {
    parts(text);
    return html.toString();
  }

  private void parts(String line) {
    for (TextPart part : TextScanner.parts(line)) {
      switch (part) {
        case TextPart.Words(String raw) -> Escape.into(html, raw);
        case TextPart.Link(String raw) -> link(raw);
        case TextPart.At(String raw, Mention mention) -> mention(raw, mention);
        case TextPart.Tag(_, Hashtag hashtag) -> tag(hashtag);
      }
    }
  }

  private void mention(String raw, Mention mention) {
    MentionTarget target = mentions.get(mention.key());
    if (target == null) {
      Escape.into(html, raw);
      return;
    }
    html.append("<span class=\"h-card\" translate=\"no\"><a href=\"");
    Escape.into(html, target.url());
    html.append("\" class=\"u-url mention\">@<span>");
    Escape.into(html, target.username());
    html.append("</span></a></span>");
  }

  private void tag(Hashtag hashtag) {
    html.append("<a href=\"");
    Escape.into(html, origin.tag(hashtag.name()));
    html.append("\" class=\"mention hashtag\" rel=\"tag\">#<span>");
    Escape.into(html, hashtag.written());
    html.append("</span></a>");
  }

  private void link(String url) {
    int shownFrom = url.indexOf("://") + 3;
    if (url.regionMatches(true, shownFrom, "www.", 0, 4)) {
      shownFrom += 4;
    }
    int shownTo = shownEnd(url, shownFrom);
    html.append("<a href=\"");
    Escape.into(html, url);
    html.append("\" target=\"_blank\" rel=\"").append(relation).append("\" translate=\"no\">");
    span("invisible", url.substring(0, shownFrom));
    span(shownTo < url.length() ? "ellipsis" : "", url.substring(shownFrom, shownTo));
    span("invisible", url.substring(shownTo));
    html.append("</a>");
  }

  private void span(String name, String text) {
    html.append("<span class=\"").append(name).append("\">");
    Escape.into(html, text);
    html.append("</span>");
  }

  private static int shownEnd(String url, int from) {
    int left = url.codePointCount(from, url.length());
    return left <= LINK_CHARACTERS_SHOWN
        ? url.length()
        : url.offsetByCodePoints(from, LINK_CHARACTERS_SHOWN);
  }
}
