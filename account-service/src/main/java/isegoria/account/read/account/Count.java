package isegoria.account.read.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is counted of an account; a second old at the most. */
public record Count(long followers, long following, long posts, @Nullable Instant lastPostAt) {

  public static final Count NOTHING = new Count(0, 0, 0, null);
}
