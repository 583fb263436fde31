package isegoria.api.text;

import isegoria.api.Origin;
import java.util.Map;

/** What people say about themselves, as HTML: the note, and the values of the fields. */
public final class NoteHtml {

  /** A field may claim a site as one's own, and the site can confirm it by linking back. */
  private static final String FIELD_RELATION = PostHtml.RELATION + " me";

  private NoteHtml() {}

  public static String note(String text, Map<String, MentionTarget> mentions, Origin origin) {
    return PostHtml.render(text, mentions, origin);
  }

  /** One line, without paragraphs. */
  public static String field(String value, Map<String, MentionTarget> mentions, Origin origin) {
    return new Html(mentions, origin, FIELD_RELATION).line(value.replace('\n', ' '));
  }
}
