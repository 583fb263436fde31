package isegoria.edge;

/** What a person may do to others, by the token's claim. */
public enum Role {
  USER,
  MODERATOR,
  ADMIN,
  ;

  /** Whether this role includes the other. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  static Role of(String claim) {
    return switch (claim) {
      case "moderator" -> MODERATOR;
      case "admin" -> ADMIN;
      default -> USER;
    };
  }
}
