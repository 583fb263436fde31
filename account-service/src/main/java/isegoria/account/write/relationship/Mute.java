package isegoria.account.write.relationship;

import isegoria.events.AccountId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One account does not want to read another; without an end it lasts. */
public record Mute(
    AccountId by, AccountId of, Instant since, boolean notifications, @Nullable Instant until) {

  boolean says(boolean notifications, @Nullable Instant until) {
    return this.notifications == notifications && Objects.equals(this.until, until);
  }
}
