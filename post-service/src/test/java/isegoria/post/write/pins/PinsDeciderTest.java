package isegoria.post.write.pins;

import static isegoria.post.write.Samples.ANA;
import static isegoria.post.write.Samples.BO;
import static isegoria.post.write.Samples.HELLO_ID;
import static isegoria.post.write.Samples.target;
import static isegoria.post.write.Samples.unseen;

import isegoria.events.PostId;
import isegoria.post.kafka.PostCommands.Aggregates;
import isegoria.post.kafka.WordsHash;
import isegoria.post.write.Target.Reach;
import isegoria.post.write.Visibility;
import isegoria.post.write.pins.PinsCommand.Pin;
import isegoria.post.write.pins.PinsCommand.Unpin;
import isegoria.post.write.pins.PinsEvent.PostPinned;
import isegoria.post.write.pins.PinsEvent.PostUnpinned;
import isegoria.post.write.pins.PinsRejection.NoSuchPost;
import isegoria.post.write.pins.PinsRejection.NotPinnable;
import isegoria.post.write.pins.PinsRejection.NotTheAuthor;
import isegoria.post.write.pins.PinsRejection.TooManyPins;
import isegoria.testkit.DeciderSpec;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PinsDeciderTest {

  private static final PinnedPost HELLO = new PinnedPost(HELLO_ID, Visibility.PUBLIC);

  private final DeciderSpec<PinsCommand, Pins, PinsEvent, PinsRejection> pins =
      DeciderSpec.of(Aggregates.with(new WordsHash(new byte[32])).pins());

  @Test
  void a_post_is_pinned_once_and_unpinned_once() {
    pins.given().when(new Pin(ANA, target(Visibility.PUBLIC))).then(new PostPinned(ANA, HELLO));
    pins.given(new PostPinned(ANA, HELLO))
        .when(new Pin(ANA, target(Visibility.PUBLIC)))
        .thenNothing();
    pins.given(new PostPinned(ANA, HELLO))
        .when(new Unpin(HELLO_ID))
        .then(new PostUnpinned(ANA, HELLO));
    pins.given(new PostPinned(ANA, HELLO), new PostUnpinned(ANA, HELLO))
        .when(new Unpin(HELLO_ID))
        .thenNothing();
    pins.given().when(new Unpin(HELLO_ID)).thenNothing();
  }

  @Test
  void only_one_s_own_and_not_direct_ones() {
    pins.given().when(new Pin(BO, target(Visibility.PUBLIC))).thenRejected(new NotTheAuthor(ANA));
    pins.given().when(new Pin(ANA, target(Visibility.DIRECT))).thenRejected(new NotPinnable());
    pins.given().when(new Pin(ANA, unseen(Reach.MISSING))).thenRejected(new NoSuchPost());
  }

  @Test
  void no_more_than_there_may_be() {
    PinsEvent[] full =
        LongStream.rangeClosed(1, Pins.Pinned.POSTS_MAX)
            .mapToObj(id -> new PostPinned(ANA, new PinnedPost(new PostId(id), Visibility.PUBLIC)))
            .toArray(PinsEvent[]::new);
    pins.given(full)
        .when(new Pin(ANA, target(Visibility.PUBLIC)))
        .thenRejected(new TooManyPins(Pins.Pinned.POSTS_MAX));
  }
}
