package isegoria.timeline.streaming.memory;

/** Where a stream's bytes leave for its client. Nothing here blocks; any thread may call. */
public interface Outlet {

  /** Takes bytes to be written in their order; false when so much waits that they are dropped. */
  boolean write(byte[] bytes);

  /** Takes the last bytes: the connection is closed once they are written. */
  void finish(byte[] last);

  /** Drops what waits, and finishes. */
  void cut(byte[] last);

  /** Closes the connection at once. */
  void abort();
}
