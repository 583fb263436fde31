package isegoria.gateway.call;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One of the two connections of a relay. It stands last in its pipeline, takes every frame, and
 * writes it to the other side; it reads on when that is written, so that a side which does not read
 * stops the other and costs what one read holds.
 *
 * <p>All of its state belongs to the event loop of its connection.
 */
final class WebSocketSide extends ChannelInboundHandlerAdapter {
  /** What a side has to answer a close frame with its own, before its connection is closed. */
  private static final Duration CLOSING_MAX = Duration.ofSeconds(1);

  /** By which status the other side is closed when this one is gone. */
  private WebSocketCloseStatus lost;

  private final Sinks.Empty<Void> ended = Sinks.empty();

  /** Frames that came before there was another side: those of one read. */
  private final Deque<WebSocketFrame> early = new ArrayDeque<>();

  private @Nullable Channel channel;
  private @Nullable WebSocketSide other;
  private @Nullable ChannelFuture lastWrite;

  /** Read by the other side too: nothing may follow a close frame. */
  private volatile boolean closing;

  /**
   * A side that is not joined.
   *
   * @param lost by which status the other side is closed where this one goes without a close frame
   */
  WebSocketSide(WebSocketCloseStatus lost) {
    this.lost = lost;
  }

  /** Completes when this connection is closed. */
  Mono<Void> ended() {
    return ended.asMono();
  }

  /** Begins to pass this side's frames; those of the other side are its own matter. */
  void join(WebSocketSide otherSide) {
    onLoop(() -> {
      other = otherSide;
      early.forEach(this::pass);
      early.clear();
      if (opened().isActive()) {
        readOn();
      } else {
        otherSide.close(lost);
      }
    });
  }

  /** Closes this side with a close frame, once. */
  void close(WebSocketCloseStatus status) {
    onLoop(() -> send(status, /* isAnswer= */ false));
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    channel = context.channel();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    switch (message) {
      case WebSocketFrame frame when closing -> {
        frame.release();
        if (frame instanceof CloseWebSocketFrame) {
          end(context.channel());
        }
      }
      case WebSocketFrame frame when other == null -> early.add(frame);
      case WebSocketFrame frame -> pass(frame);
      default -> context.fireChannelRead(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (other == null && !closing) {
      context.fireChannelReadComplete();
    } else {
      readOn();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (early.peekLast() instanceof CloseWebSocketFrame close) {
      lost = statusOf(close);
    }
    early.forEach(ReferenceCountUtil::release);
    early.clear();
    if (other != null) {
      other.close(lost);
    }
    ended.tryEmitEmpty();
    context.fireChannelInactive();
  }

  private void pass(WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame close) {
      WebSocketCloseStatus status = statusOf(close);
      close.release();
      otherSide().close(status);
      send(status, /* isAnswer= */ true);
    } else if (otherSide().closing) {
      frame.release();
    } else {
      lastWrite = otherSide().opened().write(frame);
    }
  }

  private static WebSocketCloseStatus statusOf(CloseWebSocketFrame frame) {
    int code = frame.statusCode();
    return WebSocketCloseStatus.isValidStatusCode(code)
        ? new WebSocketCloseStatus(code, frame.reasonText())
        : WebSocketCloseStatus.EMPTY;
  }

  private void readOn() {
    ChannelFuture written = lastWrite;
    lastWrite = null;
    Channel from = opened();
    if (written == null) {
      from.read();
    } else {
      written.addListener(_ -> from.read());
      otherSide().opened().flush();
    }
  }

  private void send(WebSocketCloseStatus status, boolean isAnswer) {
    if (closing) {
      return;
    }
    closing = true;
    Channel to = opened();
    ChannelFuture sent =
        to.writeAndFlush(
            status.equals(WebSocketCloseStatus.EMPTY)
                ? new CloseWebSocketFrame(true, 0, Unpooled.EMPTY_BUFFER)
                : new CloseWebSocketFrame(status));
    if (isAnswer) {
      sent.addListener(ChannelFutureListener.CLOSE);
    }
    to.read();
    // A side that reads nothing never sees the frame.
    var _ = to.eventLoop().schedule(() -> end(to), CLOSING_MAX.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void end(Channel channel) {
    var _ = channel.close();
  }

  private void onLoop(Runnable task) {
    opened().eventLoop().execute(task);
  }

  private Channel opened() {
    if (channel == null) {
      throw new IllegalStateException("web socket: not connected");
    }
    return channel;
  }

  private WebSocketSide otherSide() {
    if (other == null) {
      throw new IllegalStateException("web socket: not joined");
    }
    return other;
  }
}
