package isegoria.timeline.streaming.memory;

import isegoria.timeline.streaming.read.Channel;
import isegoria.timeline.streaming.read.CloseStatus;
import isegoria.timeline.streaming.read.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stream of server-sent events: one channel, from its beginning to its end. */
public final class EventStream implements OpenStream {

  /** Proxies and clients take a silent connection for a dead one, some after half a minute. */
  static final int BEAT_SECONDS = 15;

  private static final byte[] GREETING = ":)\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BEAT = ":thump\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOTHING = new byte[0];

  private final OpenStreams streams;
  private final Outlet outlet;
  private final Client client;
  private final Channel channel;
  private final AtomicBoolean ended = new AtomicBoolean();
  private int seconds;
  private int endedForSeconds;

  public EventStream(OpenStreams streams, Outlet outlet, Client client, Channel channel) {
    this.streams = streams;
    this.outlet = outlet;
    this.client = client;
    this.channel = channel;
  }

  /** Says hello and listens from now on. */
  public void begin() {
    boolean _ = outlet.write(GREETING);
    streams.opened(this);
    streams.joined(this, channel);
  }

  @Override
  public long account() {
    return client.account();
  }

  @Override
  public boolean readsNotifications() {
    return client.readsNotifications();
  }

  @Override
  public void send(Channel heard, StreamEvent event) {
    write(event.lines());
  }

  private void write(byte[] bytes) {
    if (!ended.get() && !outlet.write(bytes)) {
      end(CloseStatus.TRY_AGAIN);
    }
  }

  @Override
  public void tick() {
    seconds++;
    if (ended.get()) {
      if (++endedForSeconds > Client.CLOSING_SECONDS_MAX) {
        outlet.abort();
      }
    } else if (seconds % BEAT_SECONDS == 0) {
      write(BEAT);
    }
  }

  @Override
  public void end(CloseStatus status) {
    if (ended.compareAndSet(false, true)) {
      if (status == CloseStatus.TRY_AGAIN) {
        outlet.cut(NOTHING);
      } else {
        outlet.finish(NOTHING);
      }
    }
  }

  @Override
  public void received(byte[] bytes, int length) {
    // A client of events has nothing to say.
  }

  @Override
  public void gone() {
    ended.set(true);
    streams.closed(this, List.of(channel));
  }
}
