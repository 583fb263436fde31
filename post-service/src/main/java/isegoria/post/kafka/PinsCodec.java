package isegoria.post.kafka;

import isegoria.events.AccountId;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import isegoria.post.write.pins.PinnedPost;
import isegoria.post.write.pins.Pins;
import isegoria.post.write.pins.Pins.Pinned;
import isegoria.post.write.pins.PinsEvent;
import isegoria.post.write.pins.PinsEvent.PostPinned;
import isegoria.post.write.pins.PinsEvent.PostUnpinned;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What pins publish. The state lists pins of open posts only: the open topic does not disclose that
 * an account has private posts.
 */
public final class PinsCodec implements Publisher<Pins, PinsEvent> {

  @Override
  public List<Publication> publish(Recorded<Pins, PinsEvent> recorded) {
    if (!(recorded.after() instanceof Pinned after)) {
      return List.of();
    }
    var publications = new ArrayList<Publication>();
    for (int i = 0; i < recorded.events().size(); i++) {
      PinsEvent event = recorded.events().get(i);
      publications.add(
          PostTopics.FACTS.fact(event.pin().visibility().isOpen(), recorded, i, fact(event)));
    }
    publications.add(state(recorded, after));
    return publications;
  }

  private static SpecificRecord fact(PinsEvent event) {
    return switch (event) {
      case PostPinned(AccountId author, PinnedPost pin) ->
          new isegoria.events.post.PostPinned(
              author.toString(), pin.post().toString(), author.toString());
      case PostUnpinned(AccountId author, PinnedPost pin) ->
          new isegoria.events.post.PostUnpinned(
              author.toString(), pin.post().toString(), author.toString());
    };
  }

  private static Publication state(Recorded<Pins, PinsEvent> recorded, Pinned after) {
    List<String> open =
        after.posts().stream()
            .filter(pin -> pin.visibility().isOpen())
            .map(pin -> pin.post().toString())
            .toList();
    return open.isEmpty()
        ? PostTopics.STATES.tombstone(/* isOpen= */ true, recorded.key(), "pins")
        : PostTopics.STATES.state(
            /* isOpen= */ true,
            recorded,
            recorded.key(),
            new isegoria.events.post.Pins(after.author().toString(), open));
  }
}
