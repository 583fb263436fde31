package isegoria.moderation.write;

/**
 * What an account may do to others, lowest first. It is read at the edge and carried in the
 * command, so that the rule about it stands with the other rules.
 */
public enum Authority {
  USER,
  MODERATOR,
  ADMIN;

  /** A role that this version does not know may do nothing to others. */
  public static Authority named(String role) {
    return switch (role) {
      case "admin" -> ADMIN;
      case "moderator" -> MODERATOR;
      default -> USER;
    };
  }

  public boolean mayModerate() {
    return this != USER;
  }

  public boolean isBelow(Authority other) {
    return compareTo(other) < 0;
  }
}
