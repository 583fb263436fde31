package isegoria.timeline.streaming.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.streaming.read.Asked;
import isegoria.timeline.streaming.read.Channel;
import java.time.Clock;
import org.junit.jupiter.api.Test;

final class FilterEventsTest {

  private static final long ANA = 1;
  private static final long BO = 2;

  private final OpenStreams streams =
      new OpenStreams(100, new OpenFollows(new RelationGraph(Clock.systemUTC())));
  private final FilterEvents events = new FilterEvents(streams);

  private Ear ear(long account, String stream) {
    var ear = new Ear(account);
    streams.opened(ear);
    streams.joined(ear, (Channel) Asked.of(stream, null, null));
    return ear;
  }

  @Test
  void each_user_stream_of_the_account_hears_that_its_filters_changed_and_no_other_does() {
    Ear one = ear(ANA, "user");
    Ear again = ear(ANA, "user");
    Ear notifications = ear(ANA, "user:notification");
    Ear open = ear(ANA, "public");
    Ear other = ear(BO, "user");
    events.changed(ANA);
    assertThat(one.news()).containsExactly("user filters_changed {}");
    assertThat(again.news()).containsExactly("user filters_changed {}");
    assertThat(notifications.news()).isEmpty();
    assertThat(open.news()).isEmpty();
    assertThat(other.news()).isEmpty();
  }
}
