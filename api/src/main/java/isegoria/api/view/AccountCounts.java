package isegoria.api.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was counted of an account; it may lag its facts by a second. */
public record AccountCounts(
    long followers, long following, long posts, @Nullable Instant lastPostAt) {

  public static final AccountCounts NONE = new AccountCounts(0, 0, 0, null);
}
