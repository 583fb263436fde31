package isegoria.post.read.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an account has gathered; nothing where nothing is known yet. */
public record AccountNumbers(
    long posts, @Nullable Instant lastPostAt, long followers, long following) {

  public static final AccountNumbers NONE = new AccountNumbers(0, null, 0, 0);
}
