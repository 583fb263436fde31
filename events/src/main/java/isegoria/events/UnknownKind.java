package isegoria.events;

/**
 * A record that is whole but tells of a kind of thing that its reader does not know.
 *
 * <p>It exists so that a consumer can tell a later version's records, which it passes over, from
 * bytes that it cannot decode.
 */
public final class UnknownKind extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the kind.
   *
   * @param of what there are kinds of, as in {@code PostEvent}
   */
  public UnknownKind(String of, String kind) {
    super(of + ": " + kind + " (expected: a kind that this version knows)");
  }
}
