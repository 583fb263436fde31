package isegoria.edge;

/** Stack traces with classes and lines only: a message may quote a token, a password or a text. */
final class StackTraces {

  private static final int FRAMES_MAX = 25;

  private static final int CAUSES_MAX = 5;

  private StackTraces() {}

  static String withoutMessages(Throwable failed) {
    var text = new StringBuilder();
    Throwable current = failed;
    for (int depth = 0; current != null && depth < CAUSES_MAX; depth++) {
      text.append(depth == 0 ? "" : "caused by ").append(current.getClass().getName());
      StackTraceElement[] frames = current.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, FRAMES_MAX); i++) {
        text.append("\n  at ").append(frames[i]);
      }
      text.append('\n');
      current = current.getCause();
    }
    return text.toString();
  }
}
