package isegoria.post.read.account;

import isegoria.events.AccountId;
import java.util.concurrent.CompletionStage;

/** Writes accounts; the time is when the change was recorded, µs. */
public interface AccountWriter {

  CompletionStage<Void> put(AccountRow account, long micros);

  CompletionStage<Void> remove(AccountId account, long micros);
}
