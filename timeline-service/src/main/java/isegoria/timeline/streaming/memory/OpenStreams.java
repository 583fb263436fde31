package isegoria.timeline.streaming.memory;

import isegoria.timeline.feed.read.live.StreamEvents;
import isegoria.timeline.feed.read.live.StreamKey;
import isegoria.timeline.streaming.read.Channel;
import isegoria.timeline.streaming.read.CloseStatus;
import isegoria.timeline.streaming.read.StreamEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The streams that clients hold open at this instance, and who listens to what. */
public final class OpenStreams implements StreamEvents {

  /** A stream, and the name under which it hears. */
  public record Listener(OpenStream stream, Channel channel) {
    void hear(StreamEvent event) {
      stream.send(channel, event);
    }
  }

  private final int max;
  private final OpenFollows follows;
  private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
  private final Map<StreamKey, Set<Listener>> listeners = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /**
   * None is open.
   *
   * @param max how many there may be
   */
  public OpenStreams(int max, OpenFollows follows) {
    this.max = max;
    this.follows = follows;
  }

  /** Whether another one has a place. */
  public boolean hasPlace() {
    return !stopping && open.size() < max;
  }

  public void opened(OpenStream stream) {
    open.add(stream);
  }

  public void closed(OpenStream stream, Iterable<Channel> heard) {
    if (open.remove(stream)) {
      heard.forEach(channel -> left(stream, channel));
    }
  }

  /** The stream hears of this from now on. */
  public void joined(OpenStream stream, Channel channel) {
    var listener = new Listener(stream, channel);
    for (StreamKey key : keys(stream, channel)) {
      if (isOfFollows(key)) {
        follows.opened(stream.account());
      }
      listeners.compute(
          key,
          (_, present) -> {
            Set<Listener> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(listener);
            return all;
          });
    }
  }

  /** The stream hears of this no more. */
  public void left(OpenStream stream, Channel channel) {
    var listener = new Listener(stream, channel);
    for (StreamKey key : keys(stream, channel)) {
      if (isOfFollows(key)) {
        follows.closed(stream.account());
      }
      listeners.computeIfPresent(
          key,
          (_, present) -> {
            present.remove(listener);
            return present.isEmpty() ? null : present;
          });
    }
  }

  /** Whether what is heard comes from those whom the account follows. */
  private static boolean isOfFollows(StreamKey key) {
    return key instanceof StreamKey.Home || key instanceof StreamKey.OfList;
  }

  private static Iterable<StreamKey> keys(OpenStream stream, Channel channel) {
    return channel.keys(stream.account(), stream.readsNotifications());
  }

  public Set<OpenStream> all() {
    return open;
  }

  Set<Listener> listeners(StreamKey key) {
    return listeners.getOrDefault(key, Set.of());
  }

  @Override
  public boolean isHeard(StreamKey key) {
    return listeners.containsKey(key);
  }

  @Override
  public void publish(StreamKey key, String event, @Nullable String payload) {
    Set<Listener> all = listeners(key);
    if (!all.isEmpty()) {
      var once = new StreamEvent(event, payload);
      all.forEach(listener -> listener.hear(once));
    }
  }

  @Override
  public void endForReload() {
    open.forEach(stream -> stream.end(CloseStatus.TRY_AGAIN));
  }

  /** Lets no more in. */
  public void stop() {
    stopping = true;
  }
}
