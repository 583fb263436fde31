package isegoria.benchmarks;

import isegoria.events.Meta;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostPublished;
import java.time.Instant;
import java.util.List;

/** A post as post-service publishes it: of the usual length, public, and no reply. */
public final class SamplePost {

  private SamplePost() {}

  /**
   * The event.
   *
   * @param id decimal
   * @param author decimal
   * @param key of the record
   */
  public static PostEvent published(String id, String author, String key) {
    Instant now = Instant.now();
    var published =
        PostPublished.newBuilder()
            .setPostId(id)
            .setAuthorId(author)
            .setVisibility("public")
            .setInReplyToId(null)
            .setInReplyToAccountId(null)
            .setConversationId(id)
            .setLanguage("en")
            .setTextLength(140)
            .setSpoilerLength(0)
            .setTextHash("0123456789abcdef")
            .setSensitive(false)
            .setMentionedIds(List.of())
            .setMediaCount(0)
            .setCreatedAt(now)
            .build();
    return PostEvent.newBuilder()
        .setMeta(new Meta(id, key, 1L, now, now, author, id, id, ""))
        .setType("published")
        .setPublished(published)
        .build();
  }
}
