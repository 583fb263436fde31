package isegoria.api.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a post with its content warning, made regular and within every bound. It exists only
 * by {@link #parse}, so that code that holds one needs no further check.
 */
public final class PostText implements ParsedText {

  /** Characters of text and warning together, as readers count them: the product's promise. */
  public static final int CHARACTERS_MAX = 1_000;

  /** What a link counts, however long it is: clients count the same before they send. */
  public static final int CHARACTERS_PER_LINK = 23;

  /**
   * UTF-8 bytes of text and warning together before anything looks at them. The widest emoji is 35
   * bytes, so a thousand of them nearly fill it; it stops characters made of endless marks and
   * addresses made of endless paths.
   */
  public static final int BYTES_MAX = 36 * 1_024;

  /** Accounts one post can notify: a conversation, not a mailing list. */
  public static final int MENTIONS_MAX = 50;

  /** Tag feeds one post can enter: each is a write of its own. */
  public static final int TAGS_MAX = 50;

  private final String text;
  private final String warning;

  private PostText(String text, String warning) {
    this.text = text;
    this.warning = warning;
  }

  /** A warning without a text becomes the text, as clients expect. */
  public static ParsedText parse(@Nullable String rawText, @Nullable String rawWarning) {
    String givenText = rawText == null ? "" : rawText;
    String givenWarning = rawWarning == null ? "" : rawWarning;
    if (bytes(givenText) + bytes(givenWarning) > BYTES_MAX) {
      return TextRejection.TOO_MANY_BYTES;
    }
    String text = Characters.regular(givenText);
    String warning = Characters.regularLine(givenWarning);
    if (isBlank(text)) {
      text = warning;
      warning = "";
    }
    return isBlank(text) ? TextRejection.BLANK : bounded(new PostText(text, warning));
  }

  /** For texts that were parsed before and come back from a log or a table. */
  public static PostText stored(String text, String warning) {
    return new PostText(text, warning);
  }

  private static ParsedText bounded(PostText post) {
    if (post.length() > CHARACTERS_MAX) {
      return TextRejection.TOO_LONG;
    }
    if (Mentions.find(post.text).size() > MENTIONS_MAX) {
      return TextRejection.TOO_MANY_MENTIONS;
    }
    if (Hashtags.find(post.text).size() > TAGS_MAX) {
      return TextRejection.TOO_MANY_TAGS;
    }
    return post;
  }

  public String text() {
    return text;
  }

  /** The content warning, empty when there is none: the client API's {@code spoiler_text}. */
  public String warning() {
    return warning;
  }

  /** Characters this post uses up of {@link #CHARACTERS_MAX}. */
  public int length() {
    return Characters.count(warning) + Characters.count(asCounted(text));
  }

  public List<Mention> mentions() {
    return Mentions.find(text);
  }

  public List<Hashtag> hashtags() {
    return Hashtags.find(text);
  }

  private static String asCounted(String text) {
    var counted = new StringBuilder(text.length());
    for (TextPart part : TextScanner.parts(text)) {
      switch (part) {
        case TextPart.Words(String raw) -> counted.append(raw);
        case TextPart.Link _ -> counted.repeat('x', CHARACTERS_PER_LINK);
        case TextPart.At(_, Mention mention) -> counted.append('@').append(mention.name());
        case TextPart.Tag(String raw, _) -> counted.append(raw);
      }
    }
    return counted.toString();
  }

  /** Text of which nothing would be seen: white space and invisible marks only. */
  private static boolean isBlank(String text) {
    return text.codePoints().allMatch(PostText::isUnseen);
  }

  private static boolean isUnseen(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static int bytes(String raw) {
    return raw.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PostText that && text.equals(that.text) && warning.equals(that.warning);
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + warning.hashCode();
  }

  /** Never the text itself: this may end up in a log. */
  @Override
  public String toString() {
    return "PostText[" + text.length() + " + " + warning.length() + " chars]";
  }
}
