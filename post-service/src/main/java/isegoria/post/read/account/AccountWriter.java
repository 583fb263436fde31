package isegoria.post.read.account;

import isegoria.events.AccountId;
import java.util.concurrent.CompletionStage;

/**
 * Writes accounts: profile, settings and numbers come by different ways, each to columns of its
 * own. A time is when the change was recorded, µs; a number's is its offset.
 */
public interface AccountWriter {

  CompletionStage<Void> put(AccountRow account, long micros);

  CompletionStage<Void> put(AccountId account, PostingDefaults defaults, long micros);

  CompletionStage<Void> put(AccountId account, AccountNumbers numbers, long offset);

  CompletionStage<Void> remove(AccountId account, long micros);
}
