package isegoria.timeline.feed.memory;

import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.post.PostRow;
import java.time.Instant;
import java.util.List;

/** Public posts that answer nobody: a test says only what it is about. */
public final class SamplePosts {
  private SamplePosts() {}

  public static PostRow post(long id, long author, String text, int revision) {
    return new PostRow(
        id,
        author,
        text,
        "",
        Visibility.PUBLIC,
        false,
        null,
        null,
        null,
        List.of(),
        List.of(),
        0,
        null,
        null,
        revision,
        Instant.EPOCH,
        null);
  }
}
