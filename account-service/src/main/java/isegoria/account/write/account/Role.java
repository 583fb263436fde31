package isegoria.account.write.account;

import java.util.Locale;
import java.util.Optional;

/** What an account may do beyond posting, as the contract writes it in lower case. */
public enum Role {
  USER,
  MODERATOR,
  ADMIN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
