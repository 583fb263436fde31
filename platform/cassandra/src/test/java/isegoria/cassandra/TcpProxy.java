package isegoria.cassandra;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Stands between a driver and a node, so that a test can take the node away and give it back. */
final class TcpProxy implements AutoCloseable {

  private final InetSocketAddress node;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private @Nullable ServerSocket door;
  private int port;

  TcpProxy(InetSocketAddress node) {
    this.node = node;
  }

  int port() {
    return port;
  }

  /** Lets connections through, at the same port as before. */
  void up() throws IOException {
    var opened = new ServerSocket();
    opened.setReuseAddress(true);
    opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    port = opened.getLocalPort();
    door = opened;
    Thread.ofVirtual().start(() -> accept(opened));
  }

  /** Cuts every connection and lets none through. */
  void down() throws IOException {
    ServerSocket opened = door;
    if (opened != null) {
      opened.close();
    }
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  @Override
  public void close() throws IOException {
    down();
  }

  private void accept(ServerSocket opened) {
    try {
      while (true) {
        Socket outside = opened.accept();
        var inside = new Socket(node.getHostString(), node.getPort());
        open.add(outside);
        open.add(inside);
        Thread.ofVirtual().start(() -> copy(outside, inside));
        Thread.ofVirtual().start(() -> copy(inside, outside));
      }
    } catch (IOException closed) {
      // The relay is down.
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException cut) {
      // One side has gone: so has the other now.
    }
  }
}
