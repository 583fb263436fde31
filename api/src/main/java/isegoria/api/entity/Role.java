package isegoria.api.entity;

/** What an account may do beyond posting; {@code permissions} is a bit mask in decimal. */
@SnakeCase
public record Role(
    String id,
    String name,
    String color,
    String permissions,
    boolean highlighted,
    int collectionLimit) {
  public static final Role USER = new Role("-99", "", "", "0", false, 0);

  /** Reports, appeals, the audit log, and acting on people and posts. */
  public static final Role MODERATOR = new Role("1", "Moderator", "", "1308", true, 0);

  public static final Role ADMIN = new Role("3", "Admin", "", "1048575", true, 0);

  /** By the name in a token's claims. */
  public static Role named(String name) {
    return switch (name) {
      case "admin" -> ADMIN;
      case "moderator" -> MODERATOR;
      default -> USER;
    };
  }
}
