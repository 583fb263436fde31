package isegoria.post.write.post;

import java.time.Instant;
import java.util.List;

/** Former words of a post: what {@code history} shows so that an edit cannot hide what was said. */
public record Revision(
    String text,
    String spoilerText,
    boolean sensitive,
    List<Mentioned> mentions,
    Instant createdAt) {

  public Revision {
    // Absent in what was stored before revisions kept their mentions.
    mentions = mentions == null ? List.of() : List.copyOf(mentions);
  }

  int characters() {
    int named = mentions.stream().mapToInt(mention -> mention.username().length()).sum();
    return text.length() + spoilerText.length() + named;
  }
}
