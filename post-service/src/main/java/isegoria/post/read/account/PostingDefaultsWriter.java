package isegoria.post.read.account;

import isegoria.events.AccountId;
import java.util.concurrent.CompletionStage;

/** Writes posting defaults beside what else is kept of an account. */
@FunctionalInterface
public interface PostingDefaultsWriter {

  /** Writes them as chosen at {@code micros}; the later choice wins. */
  CompletionStage<Void> put(AccountId account, PostingDefaults defaults, long micros);
}
