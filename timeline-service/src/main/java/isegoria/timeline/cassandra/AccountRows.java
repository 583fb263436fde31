package isegoria.timeline.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Writes;
import isegoria.timeline.read.account.AccountCounts;
import isegoria.timeline.read.account.AccountWriter;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What each change of an account, and each count, writes: one row each. */
public final class AccountRows implements AccountWriter {

  private final Writes writes;
  private final PreparedStatement insertAccount;
  private final PreparedStatement deleteAccount;
  private final PreparedStatement updateCounts;
  private final PreparedStatement insertGathered;

  public AccountRows(Cassandra cassandra) {
    this.writes = cassandra.writes();
    this.insertAccount =
        cassandra.prepare("INSERT INTO account (id, state) VALUES (?, ?) USING TIMESTAMP ?");
    this.deleteAccount = cassandra.prepare("DELETE FROM account USING TIMESTAMP ? WHERE id = ?");
    this.updateCounts =
        cassandra.prepare(
            "UPDATE account USING TIMESTAMP ? SET followers = ?, following = ?, posts = ?,"
                + " last_post_at = ? WHERE id = ?");
    this.insertGathered =
        cassandra.prepare(
            "INSERT INTO post_counts (id, favourites, boosts, replies) VALUES (?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
  }

  @Override
  public CompletionStage<?> account(long id, byte @Nullable [] state, long writtenAt) {
    return writes.write(
        state == null
            ? deleteAccount.bind(writtenAt, id)
            : insertAccount.bind(id, ByteBuffer.wrap(state), writtenAt));
  }

  @Override
  @SuppressWarnings("NullAway") // The driver takes null for no value, and does not say so.
  public CompletionStage<?> counts(long accountId, AccountCounts counts, long writtenAt) {
    return writes.write(
        updateCounts.bind(
            writtenAt,
            counts.followers(),
            counts.following(),
            counts.posts(),
            counts.lastPostAt(),
            accountId));
  }

  @Override
  public CompletionStage<?> gathered(
      long postId, long favourites, long boosts, long replies, long writtenAt) {
    return writes.write(insertGathered.bind(postId, favourites, boosts, replies, writtenAt));
  }
}
