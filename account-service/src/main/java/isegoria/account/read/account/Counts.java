package isegoria.account.read.account;

import isegoria.events.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The table of counts: two topics write it, each its own columns. */
public interface Counts {

  /** A count for every id. */
  Map<AccountId, Count> of(Collection<AccountId> ids);

  CompletionStage<?> putFollows(AccountId id, long followers, long following, long micros);

  CompletionStage<?> putPosts(AccountId id, long posts, @Nullable Instant lastAt, long micros);
}
