package isegoria.moderation.read.account;

import isegoria.events.AccountId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The copy of accounts, by id. Profiles and numbers come by different ways, to one row. */
public interface AccountTable {

  CompletionStage<?> put(Profile profile, long recordedMicros);

  CompletionStage<?> putFollows(AccountId id, long followers, long following, long recordedMicros);

  CompletionStage<?> putPosts(
      AccountId id, long posts, @Nullable Instant lastPostAt, long recordedMicros);

  CompletionStage<?> remove(AccountId id, long recordedMicros);

  @Nullable AccountView find(AccountId id);
}
