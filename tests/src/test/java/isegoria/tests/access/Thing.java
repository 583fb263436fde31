package isegoria.tests.access;

/**
 * What a call names.
 *
 * @param isHidden whether it is its owner's alone to see
 */
public record Thing(String name, String id, boolean isHidden) {

  /** For a call that names nothing. */
  static final Thing NONE = new Thing("", "", false);

  /** For what is not built, and so looks nothing up. */
  static final Thing ANY = new Thing("any", "1", false);

  public static Thing hidden(String name, String id) {
    return new Thing(name, id, true);
  }

  public static Thing open(String name, String id) {
    return new Thing(name, id, false);
  }

  /** An id of the same form that nothing has. */
  Thing missing() {
    return new Thing("missing " + name, id.replaceAll("[0-9]", "1"), isHidden);
  }
}
