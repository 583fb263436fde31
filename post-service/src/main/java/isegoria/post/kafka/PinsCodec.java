package isegoria.post.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.Meta;
import isegoria.events.Topics;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostState;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import isegoria.post.write.pins.Pins;
import isegoria.post.write.pins.Pins.Pinned;
import isegoria.post.write.pins.PinsEvent;
import isegoria.post.write.pins.PinsEvent.PostPinned;
import isegoria.post.write.pins.PinsEvent.PostUnpinned;
import java.util.ArrayList;
import java.util.List;

/**
 * What pins publish. The state lists pins of open posts only: the open topic does not disclose that
 * an account has private posts.
 */
public final class PinsCodec implements Publisher<Pins, PinsEvent> {

  private final AvroCodec<PostEvent> openEvents = AvroCodec.of(Topics.POST_EVENTS, PostEvent.class);
  private final AvroCodec<PostPrivateEvent> privateEvents =
      AvroCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class);
  private final AvroCodec<PostState> states = AvroCodec.of(Topics.POST_STATES, PostState.class);

  @Override
  public List<Publication> publish(Recorded<Pins, PinsEvent> recorded) {
    if (!(recorded.after() instanceof Pinned after)) {
      return List.of();
    }
    var publications = new ArrayList<Publication>();
    for (int i = 0; i < recorded.events().size(); i++) {
      publications.add(fact(MetaCodec.of(recorded, i), recorded.events().get(i)));
    }
    publications.add(state(recorded, after));
    return publications;
  }

  private Publication fact(Meta meta, PinsEvent event) {
    return switch (event) {
      case PostPinned e when e.pin().visibility().isOpen() ->
          open(PostEvent.newBuilder().setMeta(meta).setType("pinned").setPinned(pinned(e)).build());
      case PostPinned e ->
          restricted(
              PostPrivateEvent.newBuilder()
                  .setMeta(meta)
                  .setType("pinned")
                  .setPinned(pinned(e))
                  .build());
      case PostUnpinned e when e.pin().visibility().isOpen() ->
          open(
              PostEvent.newBuilder()
                  .setMeta(meta)
                  .setType("unpinned")
                  .setUnpinned(unpinned(e))
                  .build());
      case PostUnpinned e ->
          restricted(
              PostPrivateEvent.newBuilder()
                  .setMeta(meta)
                  .setType("unpinned")
                  .setUnpinned(unpinned(e))
                  .build());
    };
  }

  private Publication open(PostEvent event) {
    return new Publication(
        Topics.POST_EVENTS,
        event.getMeta().getStreamId(),
        event.getType(),
        openEvents.encode(event));
  }

  private Publication restricted(PostPrivateEvent event) {
    return new Publication(
        Topics.POST_PRIVATE_EVENTS,
        event.getMeta().getStreamId(),
        event.getType(),
        privateEvents.encode(event));
  }

  private static isegoria.events.post.PostPinned pinned(PostPinned e) {
    String author = e.author().toString();
    return new isegoria.events.post.PostPinned(author, e.pin().post().toString(), author);
  }

  private static isegoria.events.post.PostUnpinned unpinned(PostUnpinned e) {
    String author = e.author().toString();
    return new isegoria.events.post.PostUnpinned(author, e.pin().post().toString(), author);
  }

  private Publication state(Recorded<Pins, PinsEvent> recorded, Pinned after) {
    List<String> open =
        after.posts().stream()
            .filter(pin -> pin.visibility().isOpen())
            .map(pin -> pin.post().toString())
            .toList();
    if (open.isEmpty()) {
      return new Publication(Topics.POST_STATES, recorded.key(), "pins", null);
    }
    var pins = new isegoria.events.post.Pins(after.author().toString(), open);
    return new Publication(
        Topics.POST_STATES,
        recorded.key(),
        "pins",
        states.encode(
            PostState.newBuilder()
                .setType("pins")
                .setPins(pins)
                .setUpdatedAt(recorded.recordedAt())
                .build()));
  }
}
