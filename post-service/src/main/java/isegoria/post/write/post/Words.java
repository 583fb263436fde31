package isegoria.post.write.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an author wrote and may change later. The bounds of text, mentions and tags are the parser's
 * at the edge; whatever gets here has passed them.
 */
public record Words(
    String text,
    String spoilerText,
    boolean sensitive,
    @Nullable String language,
    List<Mentioned> mentions,
    List<String> tags) {

  public Words {
    mentions = List.copyOf(mentions);
    tags = List.copyOf(tags);
  }
}
