package isegoria.timeline.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.Writes;
import isegoria.timeline.read.account.AccountWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What each change of an account, and each count, writes: one row each. */
public final class AccountRows implements AccountWriter {

  private final Writes writes;
  private final PreparedStatement insertAccount;
  private final PreparedStatement deleteAccount;
  private final PreparedStatement insertFollows;
  private final PreparedStatement insertPosts;
  private final PreparedStatement insertGathered;

  public AccountRows(Cassandra cassandra) {
    this.writes = cassandra.writes();
    this.insertAccount =
        cassandra.prepare("INSERT INTO account (id, state) VALUES (?, ?) USING TIMESTAMP ?");
    this.deleteAccount = cassandra.prepare("DELETE FROM account USING TIMESTAMP ? WHERE id = ?");
    this.insertFollows =
        cassandra.prepare(
            "INSERT INTO account_follows (id, followers, following) VALUES (?, ?, ?)"
                + " USING TIMESTAMP ?");
    this.insertPosts =
        cassandra.prepare(
            "INSERT INTO account_posts (id, posts, last_post_at) VALUES (?, ?, ?)"
                + " USING TIMESTAMP ?");
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
  public CompletionStage<?> follows(
      long accountId, long followers, long following, long writtenAt) {
    return writes.write(insertFollows.bind(accountId, followers, following, writtenAt));
  }

  @Override
  public CompletionStage<?> posts(
      long accountId, long posts, @Nullable Instant lastPostAt, long writtenAt) {
    var insert =
        insertPosts.bind().setLong("id", accountId).setLong("posts", posts).setLong(3, writtenAt);
    return writes.write(
        lastPostAt == null ? insert : insert.setInstant("last_post_at", lastPostAt));
  }

  @Override
  public CompletionStage<?> gathered(
      long postId, long favourites, long boosts, long replies, long writtenAt) {
    return writes.write(insertGathered.bind(postId, favourites, boosts, replies, writtenAt));
  }
}
