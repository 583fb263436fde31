package isegoria.timeline.read.account;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Writes accounts and counts; stages complete when rows are durable. */
public interface AccountWriter {

  /** Null erases the account. */
  CompletionStage<?> account(long id, byte @Nullable [] state, long writtenAt);

  CompletionStage<?> counts(long accountId, AccountCounts counts, long writtenAt);

  CompletionStage<?> gathered(
      long postId, long favourites, long boosts, long replies, long writtenAt);
}
