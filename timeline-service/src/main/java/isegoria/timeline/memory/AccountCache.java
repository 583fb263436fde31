package isegoria.timeline.memory;

import isegoria.timeline.read.account.AccountCounts;
import isegoria.timeline.read.account.AccountRow;
import isegoria.timeline.read.account.AccountTables;
import isegoria.timeline.read.account.AccountWriter;
import isegoria.timeline.read.post.PostCounts;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Caches the accounts beside the posts of pages, and their counts. */
public final class AccountCache implements AccountTables, AccountWriter {

  private static final int SHARE = 2;

  /** Objects and table around a profile's words; one character of them is a byte or two. */
  private static final int ACCOUNT_BYTES = 700;

  private static final int COUNTS_BYTES = 150;
  private static final CompletionStage<?> DONE = CompletableFuture.completedStage(null);

  private final AccountTables tables;
  private final Function<byte[], AccountRow> states;
  private final PostCache posts;
  private final RowCache<Long, AccountRow> accounts;
  private final RowCache<Long, AccountCounts> counts;

  /** Keeps up to so much of what the tables say; counts of posts it passes on. */
  public AccountCache(
      AccountTables tables, Function<byte[], AccountRow> states, PostCache posts, long bytesMax) {
    this.tables = tables;
    this.states = states;
    this.posts = posts;
    this.accounts = new RowCache<>(bytesMax / SHARE, AccountCache::bytes);
    this.counts = new RowCache<>(bytesMax / SHARE, _ -> COUNTS_BYTES);
  }

  private static int bytes(AccountRow account) {
    int fields =
        account.fields().stream().mapToInt(f -> f.name().length() + f.value().length()).sum();
    return ACCOUNT_BYTES + 2 * (account.note().length() + account.displayName().length() + fields);
  }

  @Override
  public Map<Long, AccountRow> accounts(Collection<Long> accountIds) {
    return accounts.of(accountIds, tables::accounts);
  }

  @Override
  public Map<Long, AccountCounts> counts(Collection<Long> accountIds) {
    return counts.of(accountIds, tables::counts);
  }

  @Override
  public CompletionStage<?> account(long id, byte @Nullable [] state, long writtenAt) {
    accounts.update(id, _ -> state == null ? null : states.apply(state));
    return DONE;
  }

  @Override
  public CompletionStage<?> counts(long accountId, AccountCounts now, long writtenAt) {
    counts.update(accountId, _ -> now);
    return DONE;
  }

  @Override
  public CompletionStage<?> gathered(
      long postId, long favourites, long boosts, long replies, long writtenAt) {
    posts.gathered(postId, new PostCounts(favourites, boosts, replies));
    return DONE;
  }

  /** Whether tables hold all changes that came here; else nothing that is loaded is kept. */
  public void tablesAreCurrent(boolean current) {
    accounts.keepLoads(current);
    counts.keepLoads(current);
  }

  /** Forgets everything, after the tables were changed by other hands. */
  public void clear() {
    accounts.clear();
    counts.clear();
  }
}
