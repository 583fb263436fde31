package isegoria.timeline.decider;

import isegoria.events.EnvelopeCodec;
import isegoria.events.Topics;
import isegoria.events.timeline.TimelinePrivateEvent;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Recorded;
import isegoria.eventsourcing.wire.SiblingTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** How every aggregate of this service publishes its facts: all of them are restricted. */
public final class PrivateFacts {

  private final EnvelopeCodec facts =
      EnvelopeCodec.of(Topics.TIMELINE_PRIVATE_EVENTS, TimelinePrivateEvent.class);

  /**
   * One record for each event, in their order.
   *
   * @param fact the contract's record of an event
   */
  public <S, E> List<Publication> publish(
      Recorded<S, E> recorded, Function<E, SpecificRecord> fact) {
    var publications = new ArrayList<Publication>();
    for (int at = 0; at < recorded.events().size(); at++) {
      SpecificRecord record = fact.apply(recorded.events().get(at));
      publications.add(
          new Publication(
              facts.topic(),
              recorded.key(),
              facts.kind(record),
              facts.encode(SiblingTopics.meta(recorded, at), record),
              facts.isAwaited(record)));
    }
    return publications;
  }
}
