package isegoria.moderation.read.account;

import isegoria.events.AccountId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The copy of accounts, by id. Profiles and numbers come by different ways, to one row. */
public interface AccountTable {

  CompletionStage<?> put(Profile profile, long recordedMicros);

  /** Writes what is counted of an account; the higher offset of two wins. */
  CompletionStage<?> putCounts(
      AccountId id,
      long followers,
      long following,
      long posts,
      @Nullable Instant lastPostAt,
      long offset);

  CompletionStage<?> remove(AccountId id, long recordedMicros);

  @Nullable AccountView find(AccountId id);
}
