package isegoria.tests.once;

/** An append-only log: how many lines it has, and its last one. */
public record Log(int lines, String last) {
  static final Log EMPTY = new Log(0, "");
}
