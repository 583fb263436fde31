package isegoria.timeline.streaming.http;

import isegoria.timeline.streaming.memory.OpenStream;
import isegoria.timeline.streaming.memory.Outlet;
import isegoria.timeline.streaming.read.Outbox;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * A stream's connection in Tomcat: the bare socket. Once the head of the answer is written, the
 * request's processor and its buffers go back to their pool, and what stays are the two buffers of
 * the socket and what waits to be written. No thread belongs to it.
 *
 * <p>Any thread writes, one at a time: the first to come writes for those that come meanwhile.
 * Tomcat's own threads come where the socket can be read, or written again.
 */
public final class StreamConnection implements InternalHttpUpgradeHandler, Outlet {

  /** Bytes read at once: clients send a line now and then. */
  private static final int READ_BYTES = 1_024;

  private final Outbox outbox = new Outbox();
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile @Nullable SocketWrapperBase<?> socket;
  private volatile @Nullable OpenStream stream;

  /** The socket takes no more: Tomcat says when it does again. */
  private volatile boolean blocked;

  /** The connection carries this stream. */
  void carry(OpenStream carried) {
    stream = carried;
  }

  @Override
  public boolean write(byte[] bytes) {
    boolean taken = outbox.offer(bytes);
    flush();
    return taken;
  }

  @Override
  public void finish(byte[] last) {
    outbox.close(last);
    flush();
  }

  @Override
  public void cut(byte[] last) {
    outbox.clear();
    finish(last);
  }

  @Override
  public void abort() {
    if (ended.compareAndSet(false, true)) {
      outbox.clear();
      SocketWrapperBase<?> open = socket;
      if (open != null) {
        open.close();
      }
      carried().gone();
    }
  }

  private void flush() {
    if (turns.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      writeWaiting();
      seen = turns.addAndGet(-seen);
    } while (seen != 0);
  }

  private void writeWaiting() {
    SocketWrapperBase<?> open = socket;
    if (open == null || blocked || ended.get()) {
      return;
    }
    try {
      while (flushed(open)) {
        byte[] next = outbox.poll();
        if (next == null) {
          if (outbox.isDone()) {
            abort();
          }
          return;
        }
        open.write(false, next, 0, next.length);
      }
    } catch (IOException gone) {
      abort();
    }
  }

  /** Whether all that was written has left for the client. */
  private boolean flushed(SocketWrapperBase<?> open) throws IOException {
    if (open.flush(false)) {
      blocked = true;
      open.registerWriteInterest();
    }
    return !blocked;
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
    socket = wrapper;
  }

  @Override
  public void init(WebConnection connection) {
    flush();
  }

  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    switch (event) {
      case OPEN_READ -> read();
      case OPEN_WRITE -> {
        blocked = false;
        flush();
      }
      case STOP, TIMEOUT, DISCONNECT, ERROR, CONNECT_FAIL -> abort();
    }
    return ended.get() ? SocketState.CLOSED : SocketState.UPGRADED;
  }

  private void read() {
    SocketWrapperBase<?> open = Objects.requireNonNull(socket);
    byte[] bytes = new byte[READ_BYTES];
    try {
      int count = open.read(false, bytes, 0, bytes.length);
      while (count > 0 && !ended.get()) {
        carried().received(bytes, count);
        count = open.read(false, bytes, 0, bytes.length);
      }
      if (count < 0) {
        abort();
      }
    } catch (IOException gone) {
      abort();
    }
  }

  private OpenStream carried() {
    return Objects.requireNonNull(stream, "a stream");
  }

  /** Tomcat has closed the connection. */
  @Override
  public void destroy() {
    abort();
  }

  @Override
  public void timeoutAsync(long now) {
    // A stream has no limit in time: its heartbeat finds those that are gone.
  }

  @Override
  public void setSslSupport(SSLSupport support) {
    // The gateway comes without.
  }

  @Override
  public void pause() {
    // A stopping instance ends its streams before the server stops.
  }
}
