package isegoria.gateway.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Tells when a client has read so much that its connection takes more. */
final class Writability extends ChannelInboundHandlerAdapter {
  private final Channel channel;
  private @Nullable MonoSink<Void> waiting;

  Writability(Channel channel) {
    this.channel = channel;
  }

  /** Completes when the connection takes more, or is closed. One may wait at a time. */
  Mono<Void> writable() {
    return Mono.defer(() -> takesMore() ? Mono.empty() : Mono.create(this::await));
  }

  private boolean takesMore() {
    return channel.isWritable() || !channel.isActive();
  }

  private void await(MonoSink<Void> sink) {
    channel
        .eventLoop()
        .execute(() -> {
          waiting = sink;
          look();
        });
  }

  private void look() {
    MonoSink<Void> sink = waiting;
    if (sink != null && takesMore()) {
      waiting = null;
      sink.success();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    look();
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    look();
    context.fireChannelInactive();
  }
}
