package isegoria.post.read;

import isegoria.eventsourcing.record.Outcome;
import isegoria.post.read.engagement.EngagementProjection;
import isegoria.post.read.pins.PinsProjection;
import isegoria.post.read.post.PostProjection;
import isegoria.post.write.engagement.Engagement;
import isegoria.post.write.engagement.EngagementEvent;
import isegoria.post.write.pins.Pins;
import isegoria.post.write.post.Post;
import java.util.List;

/** Every outcome of this service as rows, whichever kind of aggregate it is of. */
public final class Projections {

  private Projections() {}

  public static List<RowWrite> rows(Outcome<?, ?, ?> outcome) {
    return switch (outcome.state()) {
      case Post post -> PostProjection.rows(post);
      case Engagement engagement ->
          EngagementProjection.rows(
              engagement, outcome.events().stream().map(EngagementEvent.class::cast).toList());
      case Pins pins -> PinsProjection.rows(pins);
      case null, default ->
          throw new IllegalStateException(
              "aggregate type: "
                  + outcome.aggregateType()
                  + " (expected: post, engagement or pins)");
    };
  }
}
