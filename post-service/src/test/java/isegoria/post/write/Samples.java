package isegoria.post.write;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.post.write.Target.Reach;
import isegoria.post.write.post.Application;
import isegoria.post.write.post.Mentioned;
import isegoria.post.write.post.Placement;
import isegoria.post.write.post.PostCommand.Publish;
import isegoria.post.write.post.PostEvent.PostPublished;
import isegoria.post.write.post.ReplyTo;
import isegoria.post.write.post.Words;
import java.time.Instant;
import java.util.List;

/** People and posts with names, for tests. */
public final class Samples {

  public static final AccountId ANA = new AccountId(1);
  public static final AccountId BO = new AccountId(2);
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  public static final Instant LATER = NOON.plusSeconds(60);

  public static final PostId HELLO_ID = new PostId(100L << 16);
  public static final PostId REPLY_ID = new PostId(200L << 16);

  public static final Words HELLO_WORDS =
      new Words("Hello @bo", "", false, "en", List.of(new Mentioned(BO, "bo")), List.of("tag"));
  public static final Words OTHER_WORDS = words("Hello again");

  public static final PostPublished HELLO = published(HELLO_ID, ANA, Visibility.PUBLIC);

  private Samples() {}

  public static Words words(String text) {
    return new Words(text, "", false, null, List.of(), List.of());
  }

  public static PostPublished published(PostId id, AccountId author, Visibility visibility) {
    return new PostPublished(
        id,
        author,
        new Placement(visibility, null, id),
        HELLO_WORDS,
        List.of(),
        new Application("app", null),
        NOON);
  }

  public static PostPublished reply(Visibility visibility) {
    return new PostPublished(
        REPLY_ID,
        BO,
        new Placement(visibility, new ReplyTo(HELLO_ID, ANA), HELLO_ID),
        words("A reply"),
        List.of(),
        null,
        LATER);
  }

  /** The command that a publication answers. */
  public static Publish publish(PostPublished event) {
    return new Publish(
        event.id(),
        event.author(),
        event.placement(),
        event.words(),
        event.mediaIds(),
        event.application(),
        event.at());
  }

  public static Target target(Visibility visibility) {
    return new Target(HELLO_ID, ANA, visibility, HELLO_ID, Reach.VISIBLE);
  }

  public static Target unseen(Reach reach) {
    return new Target(HELLO_ID, ANA, Visibility.PUBLIC, HELLO_ID, reach);
  }
}
