package isegoria.timeline.streaming.memory;

import isegoria.timeline.streaming.read.Asked;
import isegoria.timeline.streaming.read.Channel;
import isegoria.timeline.streaming.read.CloseStatus;
import isegoria.timeline.streaming.read.FrameReader;
import isegoria.timeline.streaming.read.FrameReader.Message;
import isegoria.timeline.streaming.read.StreamEvent;
import isegoria.timeline.streaming.read.WebSocketFrames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A WebSocket: many channels, which the client joins and leaves as it likes. */
public final class WebSocketStream implements OpenStream {

  /** Channels of one socket: a client shows a few feeds at once, each costs a post of it a look. */
  static final int CHANNELS_MAX = 64;

  /** A client that did not answer one ping by the next is gone. */
  static final int PING_SECONDS = 30;

  /** What a client wants, as far as it can be understood. */
  public record Request(boolean subscribes, Asked asked) {}

  private final OpenStreams streams;
  private final Outlet outlet;
  private final Client client;
  private final Function<String, @Nullable Request> parse;
  private final FrameReader frames = new FrameReader();
  private final Set<Channel> heard = new LinkedHashSet<>(4);
  private boolean closing;
  private boolean awaitsPong;
  private int seconds;
  private int closingForSeconds;

  /**
   * A socket whose handshake is done.
   *
   * @param parse reads a message of the client; null for one that means nothing
   */
  public WebSocketStream(
      OpenStreams streams,
      Outlet outlet,
      Client client,
      Function<String, @Nullable Request> parse) {
    this.streams = streams;
    this.outlet = outlet;
    this.client = client;
    this.parse = parse;
  }

  /** Listens from now on, to what the address named too. */
  public void begin(@Nullable Asked first) {
    streams.opened(this);
    if (first != null) {
      subscribe(first);
    }
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
  public void send(Channel channel, StreamEvent event) {
    write(event.frame(channel));
  }

  private synchronized void write(byte[] frame) {
    if (!closing && !outlet.write(frame)) {
      end(CloseStatus.TRY_AGAIN);
    }
  }

  @Override
  public synchronized void tick() {
    seconds++;
    if (closing) {
      if (++closingForSeconds > Client.CLOSING_SECONDS_MAX) {
        outlet.abort();
      }
    } else if (seconds % PING_SECONDS == 0) {
      if (awaitsPong) {
        outlet.abort();
      } else {
        awaitsPong = true;
        write(WebSocketFrames.ping());
      }
    }
  }

  @Override
  public synchronized void end(CloseStatus status) {
    if (!closing) {
      closing = true;
      byte[] frame = WebSocketFrames.close(status.code());
      if (status == CloseStatus.TRY_AGAIN) {
        outlet.cut(frame);
      } else if (!outlet.write(frame)) {
        outlet.abort();
      }
    }
  }

  @Override
  public synchronized void received(byte[] bytes, int length) {
    frames.read(bytes, length, this::take);
  }

  private void take(Message message) {
    switch (message) {
      case Message.Text(String text) -> {
        Request request = closing ? null : parse.apply(text);
        if (request != null && request.subscribes()) {
          subscribe(request.asked());
        } else if (request != null) {
          unsubscribe(request.asked());
        }
      }
      case Message.Ping(byte[] payload) -> write(WebSocketFrames.pong(payload));
      case Message.Pong() -> awaitsPong = false;
      case Message.Part() -> {}
      case Message.Broken(CloseStatus because) -> end(because);
      case Message.Close(int code) -> closed(code);
    }
  }

  /** Answers a close with the same, or goes when it was the answer. */
  private void closed(int code) {
    if (closing) {
      outlet.abort();
    } else {
      closing = true;
      outlet.finish(WebSocketFrames.close(code));
    }
  }

  private void subscribe(Asked asked) {
    switch (asked) {
      case Channel channel when !client.scopes().contains(channel.scope()) ->
          refuse(Asked.Refused.SCOPE_MISSING);
      case Channel channel when heard.size() >= CHANNELS_MAX && !heard.contains(channel) ->
          refuse(Asked.Refused.TOO_MANY);
      case Channel channel -> {
        if (heard.add(channel)) {
          streams.joined(this, channel);
        }
      }
      case Asked.Refused refused -> refuse(refused);
    }
  }

  private void unsubscribe(Asked asked) {
    if (!(asked instanceof Channel channel)) {
      write(WebSocketFrames.text("{\"error\":\"Error unsubscribing from channel\"}"));
    } else if (heard.remove(channel)) {
      streams.left(this, channel);
    }
  }

  private void refuse(Asked.Refused refused) {
    write(
        WebSocketFrames.text(
            "{\"error\":\"" + refused.error() + "\",\"status\":" + refused.status() + "}"));
  }

  @Override
  public synchronized void gone() {
    closing = true;
    streams.closed(this, List.copyOf(heard));
  }
}
