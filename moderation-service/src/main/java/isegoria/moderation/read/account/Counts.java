package isegoria.moderation.read.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The numbers beside a profile; they come from elsewhere and may lag a second. */
public record Counts(long followers, long following, long posts, @Nullable Instant lastPostAt) {}
