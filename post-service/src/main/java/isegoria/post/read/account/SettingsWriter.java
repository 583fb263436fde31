package isegoria.post.read.account;

import isegoria.events.AccountId;
import java.util.concurrent.CompletionStage;

/** Writes settings; the time is when the change was recorded, µs. */
public interface SettingsWriter {

  CompletionStage<Void> put(AccountId account, PostingDefaults defaults, long micros);

  CompletionStage<Void> remove(AccountId account, long micros);
}
