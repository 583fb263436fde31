package isegoria.post.write.pins;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.post.write.Visibility;
import isegoria.post.write.pins.Pins.NothingPinned;
import isegoria.post.write.pins.Pins.Pinned;
import isegoria.post.write.pins.PinsCommand.Erase;
import isegoria.post.write.pins.PinsCommand.Pin;
import isegoria.post.write.pins.PinsCommand.Unpin;
import isegoria.post.write.pins.PinsEvent.PostPinned;
import isegoria.post.write.pins.PinsEvent.PostUnpinned;
import isegoria.post.write.pins.PinsRejection.NoSuchPost;
import isegoria.post.write.pins.PinsRejection.NotPinnable;
import isegoria.post.write.pins.PinsRejection.NotTheAuthor;
import isegoria.post.write.pins.PinsRejection.TooManyPins;
import java.util.List;

/** The rules of pins: one's own, not direct, and few. */
public final class PinsDecider {

  public static final Decider<PinsCommand, Pins, PinsEvent, PinsRejection> PINS =
      new Decider<>(new NothingPinned(), PinsDecider::decide, PinsDecider::evolve);

  private PinsDecider() {}

  private record Asked(Pins of, PinsCommand to) {}

  static Decision<PinsEvent, PinsRejection> decide(Pins pins, PinsCommand command) {
    return switch (new Asked(pins, command)) {
      case Asked(NothingPinned _, Pin to) -> pin(to);
      case Asked(NothingPinned _, Unpin _) -> accept();
      case Asked(NothingPinned _, Erase _) -> accept();

      case Asked(Pinned of, Pin to) when of.find(to.target().post()).isPresent() -> accept();
      case Asked(Pinned of, Pin _) when of.isFull() -> reject(new TooManyPins(Pinned.POSTS_MAX));
      case Asked(Pinned _, Pin to) -> pin(to);
      case Asked(Pinned of, Unpin to) ->
          accept(
              of.find(to.post()).stream()
                  .<PinsEvent>map(pin -> new PostUnpinned(of.author(), pin))
                  .toList());
      case Asked(Pinned of, Erase _) ->
          accept(
              of.posts().stream()
                  .<PinsEvent>map(pin -> new PostUnpinned(of.author(), pin))
                  .toList());
    };
  }

  private static Decision<PinsEvent, PinsRejection> pin(Pin to) {
    if (to.target().isOutOfReach()) {
      return reject(new NoSuchPost());
    }
    if (!to.target().isBy(to.by())) {
      return reject(new NotTheAuthor(to.target().author()));
    }
    if (to.target().visibility() == Visibility.DIRECT) {
      return reject(new NotPinnable());
    }
    return accept(
        new PostPinned(to.by(), new PinnedPost(to.target().post(), to.target().visibility())));
  }

  static Pins evolve(Pins pins, PinsEvent event) {
    return switch (event) {
      case PostPinned e when pins instanceof Pinned pinned -> pinned.with(e.pin());
      case PostPinned e -> new Pinned(e.author(), List.of(e.pin()));
      case PostUnpinned e when pins instanceof Pinned pinned -> pinned.without(e.pin().post());
      case PostUnpinned _ ->
          throw new IllegalStateException("pins: NothingPinned (expected: Pinned)");
    };
  }
}
