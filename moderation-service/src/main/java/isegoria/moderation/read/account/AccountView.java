package isegoria.moderation.read.account;

import isegoria.events.AccountId;
import isegoria.moderation.write.Authority;
import java.time.Instant;
import java.util.List;

/** A profile with its numbers. */
public record AccountView(Profile profile, Counts counts) {

  /** What stands for an account of which only the id is left. */
  public static AccountView gone(AccountId id) {
    return new AccountView(
        new Profile(
            id,
            "gone",
            "",
            "",
            List.of(),
            "",
            "",
            false,
            false,
            null,
            false,
            null,
            Authority.USER,
            Instant.EPOCH),
        new Counts(0, 0, 0, null));
  }
}
