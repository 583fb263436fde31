package isegoria.testkit.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** TCP ports of the loopback: free ones, and whether a process listens on one. */
public final class Ports {
  private static final int CONNECT_MILLIS_MAX = 500;

  /**
   * Ports above 1023 that browsers and Node refuse to connect to, whatever listens there.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#port-blocking">Fetch, port blocking</a>
   */
  private static final Set<Integer> BLOCKED_BY_CLIENTS =
      Set.of(
          1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
          6669, 6679, 6697, 10080);

  private Ports() {}

  /** As many free ports as asked, all different. */
  public static List<Integer> free(int count) {
    var sockets = new ArrayList<ServerSocket>();
    try {
      var ports = new ArrayList<Integer>();
      for (int i = 0; i < count; i++) {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        sockets.add(socket);
        ports.add(socket.getLocalPort());
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sockets.forEach(Ports::close);
    }
  }

  /** Whether browsers and Node connect to this port at all. */
  public static boolean isOpenToClients(int port) {
    return !BLOCKED_BY_CLIENTS.contains(port);
  }

  /** Whether this port can be bound now on every address. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a process accepts connections on this port of the loopback. */
  public static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS_MAX);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
