package isegoria.timeline.streaming.read;

/** Why a stream ends, with the status that a WebSocket says. */
public enum CloseStatus {
  /** Its token or its account has ended: clients do not come back. */
  ENDED(1000),
  PROTOCOL_ERROR(1002),
  /** Binary messages mean nothing here. */
  NOT_TEXT(1003),
  NOT_UTF_8(1007),
  TOO_LARGE(1009),
  /** This instance stops: another one is there. */
  RESTART(1012),
  /** The reader is too slow, or this instance has lost its place. */
  TRY_AGAIN(1013);

  private final int code;

  CloseStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
