package isegoria.timeline.streaming.memory;

import isegoria.timeline.streaming.read.Channel;
import isegoria.timeline.streaming.read.CloseStatus;
import isegoria.timeline.streaming.read.StreamEvent;

/** A client's open stream, over whichever transport. Any thread may call; nothing blocks. */
public interface OpenStream {

  long account();

  /** Whether the client's token may read notifications. */
  boolean readsNotifications();

  /** Sends an event that the client hears under the name of this channel. */
  void send(Channel channel, StreamEvent event);

  /** Another second has passed. */
  void tick();

  /** Ends it from this side. */
  void end(CloseStatus status);

  /** Bytes came from the client. */
  void received(byte[] bytes, int length);

  /** The connection is gone. */
  void gone();
}
