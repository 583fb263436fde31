package isegoria.gateway.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An upstream of streams, over WebSocket and as server-sent events. It writes to plain sockets, so
 * that what the gateway's own network library holds belongs to the gateway.
 */
public final class FakeStreams implements AutoCloseable {
  private static final String WEB_SOCKET_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final ServerSocket server;
  private final BlockingQueue<Stream> opened = new LinkedBlockingQueue<>();
  private volatile @Nullable String refusal;
  private volatile boolean leaving;

  public FakeStreams() {
    try {
      server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Answers every handshake from now on with this status line and headers; null lets it in. */
  public void refuseWith(@Nullable String head) {
    refusal = head;
  }

  /** Whether every stream from now on ends with its handshake. */
  public void leaveAtOnce(boolean leave) {
    leaving = leave;
  }

  /** The next stream that was opened. */
  public Stream next() throws InterruptedException {
    Stream stream = opened.poll(10, TimeUnit.SECONDS);
    if (stream == null) {
      throw new AssertionError("stream: none within 10 s (expected: one)");
    }
    return stream;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Map<String, String> head = head(in);
      String key = head.get("sec-websocket-key");
      String refused = refusal;
      String answer =
          refused != null
              ? "HTTP/1.1 " + refused + "\r\nContent-Length: 0\r\n"
              : key == null
                  ? "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                  : "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                      + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                      + accepted(key)
                      + "\r\n";
      socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
      if (leaving) {
        close(socket);
      } else if (refused == null) {
        Stream stream = new Stream(socket, head);
        opened.add(stream);
        stream.read(in, key != null);
      }
    } catch (IOException gone) {
      close(socket);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> head(InputStream in) throws IOException {
    Map<String, String> head = new HashMap<>();
    head.put("", line(in));
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      head.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return head;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static String accepted(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + WEB_SOCKET_GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One stream, from the side of the service. */
  public static final class Stream {
    /** What arrives when the other side is gone. */
    public static final String GONE = "gone";

    private final Socket socket;
    private final Map<String, String> head;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final AtomicLong written = new AtomicLong();

    private Stream(Socket socket, Map<String, String> head) {
      this.socket = socket;
      this.head = head;
    }

    /** A header of the handshake, or with an empty name its request line. */
    public @Nullable String header(String name) {
      return head.get(name.toLowerCase(Locale.ROOT));
    }

    /** The next text, or {@code pong}, {@code close <status>}, {@link #GONE}. */
    public String receive() throws InterruptedException {
      String text = received.poll(10, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("frame: none within 10 s (expected: one)");
      }
      return text;
    }

    public void send(String text) throws IOException {
      frame(1, text.getBytes(StandardCharsets.UTF_8));
    }

    public void ping() throws IOException {
      frame(PING, new byte[0]);
    }

    public void close(int status) throws IOException {
      frame(CLOSE, new byte[] {(byte) (status >> 8), (byte) status});
    }

    /** Text of an event stream, as it is. */
    public void write(String raw) throws IOException {
      write(raw.getBytes(StandardCharsets.UTF_8));
    }

    public void hangUp() {
      FakeStreams.close(socket);
    }

    /** Bytes that the gateway, or the kernel on its behalf, took. */
    public long written() {
      return written.get();
    }

    private void frame(int kind, byte[] payload) throws IOException {
      byte[] frame = new byte[payload.length + 4];
      frame[0] = (byte) (0x80 | kind);
      frame[1] = 126;
      frame[2] = (byte) (payload.length >> 8);
      frame[3] = (byte) payload.length;
      if (payload.length < 126) {
        frame = new byte[payload.length + 2];
        frame[0] = (byte) (0x80 | kind);
        frame[1] = (byte) payload.length;
      }
      System.arraycopy(payload, 0, frame, frame.length - payload.length, payload.length);
      write(frame);
    }

    private synchronized void write(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      written.addAndGet(bytes.length);
    }

    private void read(InputStream in, boolean webSocket) {
      try {
        while (webSocket ? readFrame(in) : in.read() >= 0) {
          // Until the other side is gone.
        }
      } catch (IOException broken) {
        // As good as gone.
      }
      received.add(GONE);
    }

    private boolean readFrame(InputStream in) throws IOException {
      int kind = in.read();
      if (kind < 0) {
        return false;
      }
      int length = in.read() & 0x7F;
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      received.add(
          switch (kind & 0x0F) {
            case CLOSE ->
                payload.length < 2
                    ? "close"
                    : "close " + (((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF));
            case PONG -> "pong";
            case PING -> "ping";
            default -> new String(payload, StandardCharsets.UTF_8);
          });
      return true;
    }
  }
}
