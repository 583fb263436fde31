package isegoria.post.write.post;

import java.time.Instant;

/** Former words of a post: what {@code history} shows so that an edit cannot hide what was said. */
public record Revision(String text, String spoilerText, boolean sensitive, Instant createdAt) {

  int characters() {
    return text.length() + spoilerText.length();
  }
}
