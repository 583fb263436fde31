package isegoria.benchmarks.streams;

import isegoria.tests.client.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Home streams of many people as server-sent events: one thread reads them all. */
final class EventSockets implements AutoCloseable {
  private static final byte[] UPDATE = "event: update\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GREETING = ":)\n".getBytes(StandardCharsets.US_ASCII);
  private static final int READ_BYTES = 64 * 1_024;
  private static final int LOOK_MILLIS = 100;

  private final Selector selector;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicLong events = new AtomicLong();
  private final ByteBuffer bytes = ByteBuffer.allocateDirect(READ_BYTES);
  private volatile boolean running = true;
  private final Thread thread;

  /** How much of each mark a stream has just said. */
  private static final class Heard {
    int ofGreeting;
    int ofUpdate;
    boolean isOpen;
  }

  EventSockets() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = Thread.ofPlatform().name("event-sockets").daemon().start(this::run);
  }

  /** Opens one for each of these. */
  void open(InetSocketAddress gateway, List<Person> people) {
    for (Person person : people) {
      try {
        SocketChannel channel = SocketChannel.open(gateway);
        String request =
            "GET /api/v1/streaming/user HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(gateway.getHostString(), gateway.getPort(), person.token());
        ByteBuffer head = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
        while (head.hasRemaining()) {
          channel.write(head);
        }
        channel.configureBlocking(false);
        selector.wakeup();
        channel.register(selector, SelectionKey.OP_READ, new Heard());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void run() {
    try {
      while (running) {
        selector.select(this::read, LOOK_MILLIS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(SelectionKey key) {
    try {
      bytes.clear();
      int count = ((SocketChannel) key.channel()).read(bytes);
      if (count < 0) {
        throw new IOException("end");
      }
      bytes.flip();
      Heard heard = (Heard) key.attachment();
      while (bytes.hasRemaining()) {
        take(bytes.get(), heard);
      }
    } catch (IOException gone) {
      key.cancel();
      ended.incrementAndGet();
    }
  }

  private void take(byte next, Heard heard) {
    if (!heard.isOpen) {
      heard.ofGreeting = matched(GREETING, heard.ofGreeting, next);
      if (heard.ofGreeting == GREETING.length) {
        heard.isOpen = true;
        open.incrementAndGet();
      }
      return;
    }
    heard.ofUpdate = matched(UPDATE, heard.ofUpdate, next);
    if (heard.ofUpdate == UPDATE.length) {
      heard.ofUpdate = 0;
      events.incrementAndGet();
    }
  }

  /** How much of the mark is said with this byte; no mark begins like a part of itself. */
  private static int matched(byte[] mark, int before, byte next) {
    if (next == mark[before]) {
      return before + 1;
    }
    return next == mark[0] ? 1 : 0;
  }

  /** Streams that have said hello. */
  int opened() {
    return open.get();
  }

  /** Streams that are over. */
  int ended() {
    return ended.get();
  }

  /** Posts that were told, over all streams. */
  long events() {
    return events.get();
  }

  @Override
  public void close() {
    running = false;
    try {
      thread.join();
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
