package isegoria.timeline.streaming.memory;

import isegoria.accounts.FilterWatcher;
import isegoria.timeline.feed.read.live.StreamEvents;
import isegoria.timeline.feed.read.live.StreamKey;

/**
 * Tells the open streams of an account that its filters are different: clients load them again, and
 * hold them against what they show. From then on, posts come with what the new ones say.
 */
public record FilterEvents(StreamEvents streams) implements FilterWatcher {

  static final String CHANGED = "filters_changed";

  @Override
  public void changed(long accountId) {
    streams.publish(new StreamKey.Home(accountId), CHANGED, null);
  }
}
