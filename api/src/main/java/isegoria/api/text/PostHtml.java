package isegoria.api.text;

import isegoria.api.Origin;
import java.util.Map;

/** A post's text as the HTML of {@code content}: paragraphs, breaks, links, mentions and tags. */
public final class PostHtml {

  static final String RELATION = "nofollow noopener";

  private PostHtml() {}

  /** The mentions are those that were resolved, by {@link Mention#key}; others stay words. */
  public static String render(String text, Map<String, MentionTarget> mentions, Origin origin) {
    return new Html(mentions, origin, RELATION).paragraphs(text);
  }
}
