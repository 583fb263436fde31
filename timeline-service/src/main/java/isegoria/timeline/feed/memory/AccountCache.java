package isegoria.timeline.feed.memory;

import isegoria.accounts.AccountWriter;
import isegoria.accounts.Accounts;
import isegoria.accounts.KnownAccount;
import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Caches the accounts beside the posts of pages, with their counts. */
public final class AccountCache implements Accounts, AccountWriter {

  /** Objects and table around a profile's words; one character of them is a byte or two. */
  private static final int ACCOUNT_BYTES = 850;

  private static final CompletionStage<?> DONE = CompletableFuture.completedStage(null);

  private final Accounts tables;
  private final RowCache<Long, KnownAccount> accounts;

  /** Keeps up to so much of what the tables say. */
  public AccountCache(Accounts tables, long bytesMax) {
    this.tables = tables;
    this.accounts = new RowCache<>(bytesMax, account -> bytes(account.profile()));
  }

  private static int bytes(AccountProfile account) {
    int fields =
        account.fields().stream().mapToInt(f -> f.name().length() + f.value().length()).sum();
    return ACCOUNT_BYTES + 2 * (account.note().length() + account.displayName().length() + fields);
  }

  @Override
  public Map<Long, KnownAccount> find(Collection<Long> ids) {
    return accounts.of(ids, tables::find);
  }

  @Override
  public CompletionStage<?> put(AccountProfile profile, byte[] state, long micros) {
    accounts.updatePresent(profile.id(), known -> new KnownAccount(profile, known.counts()));
    return DONE;
  }

  @Override
  public CompletionStage<?> remove(long id, long micros) {
    accounts.update(id, _ -> null);
    return DONE;
  }

  @Override
  public CompletionStage<?> put(long id, AccountCounts counts, long offset) {
    accounts.updatePresent(id, known -> new KnownAccount(known.profile(), counts));
    return DONE;
  }

  /** Whether tables hold all changes that came here; else nothing that is loaded is kept. */
  public void tablesAreCurrent(boolean current) {
    accounts.keepLoads(current);
  }

  /** Forgets everything, after the tables were changed by other hands. */
  public void clear() {
    accounts.clear();
  }
}
