package isegoria.timeline.read.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an account has gathered and published. */
public record AccountCounts(
    long followers, long following, long posts, @Nullable Instant lastPostAt) {

  public static final AccountCounts NONE = new AccountCounts(0, 0, 0, null);
}
