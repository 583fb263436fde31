package isegoria.timeline.streaming.read;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one client. The bytes are shared by all who get the same, so waiting
 * costs a reference; a reader for whom too much waits is cut off, since no client reads on after a
 * gap that it does not know of.
 */
public final class Outbox {

  /** Minutes of a lively feed. */
  public static final int FRAMES_MAX = 256;

  /** A post is two or three kilobytes. */
  public static final int BYTES_MAX = 512 * 1_024;

  private final ArrayDeque<byte[]> waiting = new ArrayDeque<>(2);
  private int bytes;
  private boolean closed;

  /** Takes something to be written; false, and nothing more, when too much waits. */
  public synchronized boolean offer(byte[] frame) {
    if (closed) {
      return true;
    }
    if (waiting.size() >= FRAMES_MAX || bytes + frame.length > BYTES_MAX) {
      return false;
    }
    waiting.add(frame);
    bytes += frame.length;
    return true;
  }

  /** Takes the last thing to be written, and what comes later is dropped. */
  public synchronized void close(byte[] last) {
    if (!closed) {
      closed = true;
      waiting.add(last);
    }
  }

  /** Forgets what waits: its reader is cut off. */
  public synchronized void clear() {
    waiting.clear();
    bytes = 0;
  }

  /** The next thing to write, null when none is left. */
  public synchronized byte @Nullable [] poll() {
    byte[] next = waiting.poll();
    if (next != null) {
      bytes -= next.length;
    }
    return next;
  }

  /** Whether all is written, the last thing too. */
  public synchronized boolean isDone() {
    return closed && waiting.isEmpty();
  }
}
